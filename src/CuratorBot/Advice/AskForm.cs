using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Advice;

/// <summary>«С чем нужна помощь?»: a request that goes to whoever helps the school.</summary>
public sealed class AskForm(NameIndexCache names, HelpDesk desk) : Form
{
    public const string FormName = "ask";
    internal const int Longest = 1_000;
    private const int Shortest = 5;
    private const string SchoolKey = "school";
    private const string TextKey = "text";

    public override string Name => FormName;

    public override bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public override IReadOnlyList<Question> Questions { get; } =
    [new MySchoolQuestion(SchoolKey, names), new TextQuestion(TextKey, Longest, Shortest)];

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (await MySchoolQuestion.TheOnlyOne(turn) is not { } school)
            return;
        sheet.Give(SchoolKey, school);
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet) =>
        await MySchoolQuestion.Find(turn, turn.Who.MayWork, sheet[SchoolKey]) is { } school
            ? await desk.Ask(turn, school, sheet[TextKey]!)
            : Reply.With(turn.Say("ask.notYours"));
}
