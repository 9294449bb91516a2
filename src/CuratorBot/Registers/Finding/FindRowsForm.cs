using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Registers.Finding;

/// <summary>Asks for words, and shows the list narrowed to the rows that have them.</summary>
internal sealed class FindRowsForm(Registry registry) : Form
{
    public const string FormName = "findRows";
    private const string WordsKey = "words";
    private const string RegisterNote = "register";
    private const string FilterNote = "filter";

    public override string Name => FormName;
    public override bool HasSummary => false;
    public override IReadOnlyList<Question> Questions { get; } = [new TextQuestion(WordsKey, longest: 100)];

    public override bool IsFor(Asker who) => registry.ReadBy(who).Any();

    /// <param name="filter">Narrows the list beside the words.</param>
    public static AnswerSheet SheetOf(Register register, RegisterFilter filter)
    {
        var sheet = new AnswerSheet();
        (sheet.Notes[RegisterNote], sheet.Notes[FilterNote]) = (register.Name, filter.ToString());
        return sheet;
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (
            registry.Find(sheet.Note(RegisterNote)!) is not { } register
            || !Registry.IsReadBy(register, turn.Who)
        )
            return Reply.With(turn.Say("registers.rowGone"));
        var filter = RegisterFilter.Parse(sheet.Note(FilterNote)!) with
        {
            Words = TypedText.OneLine(sheet[WordsKey]),
        };
        return Reply.With(await RegisterList.Show(turn, register, filter, wanted: 0));
    }
}
