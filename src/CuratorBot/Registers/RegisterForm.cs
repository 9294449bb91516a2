using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.People;
using CuratorBot.Registers.Finding;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Registers;

/// <summary>Adds a row of a register, or corrects one: asks for its place and its fields in their order.</summary>
internal sealed class RegisterForm : Form
{
    private const string RowNote = "row";
    internal const string AsOfKey = "asOf";

    private readonly Register _register;

    public RegisterForm(Register register, NameIndexCache names)
    {
        _register = register;
        register.LetFieldsRead();
        ThrowIfKeysClash(register);
        var isPair = register.Over.HasFlag(Over.PairOfSchools);
        Questions =
        [
            new RegisterPlaceQuestion(RegisterPlace.Key, register.Over, register.MayWrite, names)
            {
                SharedWords = "registers.place",
                When = sheet => sheet.Note(RowNote) is null,
            },
            .. isPair
                ? new[]
                {
                    new RegisterPlaceQuestion(RegisterPlace.OtherKey, Over.School, scope: null, names)
                    {
                        SharedWords = "registers.other",
                        When = sheet => sheet.Note(RowNote) is null,
                    },
                }
                : [],
            .. register.Fields.SelectMany(field => field.Questions()),
            new DateQuestion(AsOfKey)
            {
                OnRequest = true,
                YearsBack = 10,
                SharedWords = "registers.asOf",
            },
        ];
    }

    public override string Name => _register.Name;

    public override IReadOnlyList<Question> Questions { get; }

    public override string SendKey => "registers.save";

    /// <summary>A row that was begun is not lost when another is begun.</summary>
    public override bool KeepsDrafts => true;

    public override bool IsFor(Asker who) => !_register.MayWrite(who).IsEmpty;

    /// <summary>A sheet that knows the row and what it says; what is blank is not asked again.</summary>
    public static AnswerSheet SheetOf(Register register, RegisterNames names, RegisterRow row)
    {
        var sheet = new AnswerSheet();
        sheet.Notes[RowNote] = row.Id.ToString(CultureInfo.InvariantCulture);
        foreach (var field in register.Fields)
            if (field.In(row) is { } value)
            {
                sheet.Give(field.Key, new Answer(value, field.Show(names, value)));
                sheet.Notes[Was(field)] = value;
            }
            else
                sheet.Skipped.Add(field.Key);
        return sheet;
    }

    /// <summary>A sheet that knows the place, and of a pair perhaps the other school; a place that is not hers is asked.</summary>
    public static async Task<AnswerSheet> SheetAt(
        TurnContext turn,
        Register register,
        string place,
        string? other
    )
    {
        var sheet = new AnswerSheet();
        if (!await RegisterPlace.Put(turn, register.MayWrite(turn.Who), register.New(0), place))
            return sheet;
        if (await RegisterPlace.NameOf(turn, place) is { } name)
            sheet.Give(RegisterPlace.Key, new Answer(place, name));
        if (other is not null && await RegisterPlace.NameOf(turn, other) is { } otherName)
            sheet.Give(RegisterPlace.OtherKey, new Answer(other, otherName));
        return sheet;
    }

    /// <summary>Says that there is such a row already, and shows it.</summary>
    public static async Task<Reply> IsThere(TurnContext turn, Register register, RegisterRow row) =>
        Reply.With(turn.Say("registers.isThere")).Then(await RegisterCard.Of(turn, register, row));

    public override RichText SummaryHead(TurnContext turn, AnswerSheet sheet) =>
        turn.Text(
            sheet.Note(RowNote) is null ? "registers.addHead" : "registers.correctHead",
            ("one", turn.Texts.Plain($"{Name}.one"))
        );

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet) =>
        sheet.Note(RowNote) is { } id
            ? await Correct(turn, sheet, long.Parse(id, CultureInfo.InvariantCulture))
            : await Add(turn, sheet);

    private async Task<Reply> Add(TurnContext turn, AnswerSheet sheet)
    {
        var row = _register.New(turn.Ids.Next());
        if (!await RegisterPlace.Put(turn, _register.MayWrite(turn.Who), row, sheet[RegisterPlace.Key]!))
            return Reply.With(turn.Say("registers.placeGone", ("place", sheet.Shown(RegisterPlace.Key))));
        if (sheet[RegisterPlace.OtherKey] is { } other)
            row.OtherSchoolId = other["school:".Length..];
        if (row.OtherSchoolId == row.SchoolId && row.SchoolId is not null)
            return Reply.Opens(Name, sheet, turn.Text("registers.sameSchool"), RegisterPlace.OtherKey);
        var values = _register.Fields.ToDictionary(field => field.Key, field => sheet[field.Key]);
        if (await Twin(turn, row, field => values[field.Key]) is { } twin)
            return await IsThere(turn, _register, twin);
        await new RegisterWriter(turn, _register).Add(row, values, AsOf(turn, sheet));
        return Reply.With(turn.Say("registers.added")).Then(await RegisterCard.Of(turn, _register, row));
    }

    /// <summary>Only what she changed: what others changed meanwhile stays.</summary>
    private async Task<Reply> Correct(TurnContext turn, AnswerSheet sheet, long id)
    {
        if (await _register.Find(turn.Db, RegisterQuery.ToWrite(_register, turn.Who), id) is not { } row)
            return Reply.With(turn.Say("registers.rowGone"));
        var changed = _register
            .Fields.Where(field => sheet[field.Key] != sheet.Note(Was(field)))
            .ToDictionary(field => field.Key, field => sheet[field.Key]);
        if (
            _register.Key.Any(changed.ContainsKey)
            && await Twin(
                turn,
                row,
                field => changed.TryGetValue(field.Key, out var now) ? now : field.In(row)
            )
                is { } twin
        )
            return Reply.Opens(Name, sheet, await IsThereAlready(turn, twin), _register.Key[0]);
        var writer = new RegisterWriter(turn, _register);
        var meanwhile = await ChangedMeanwhile(turn, sheet, row, changed);
        var wasChanged = await writer.Correct(row, changed, AsOf(turn, sheet));
        return Reply
            .With(
                turn.Say(
                    !wasChanged ? turn.Text("registers.nothingChanged")
                    : meanwhile is null ? turn.Text("registers.corrected")
                    : RichText.Lines(turn.Text("registers.corrected"), "", meanwhile)
                )
            )
            .LetGoOf(writer.LetGo)
            .Then(await RegisterCard.Of(turn, _register, row));
    }

    private async Task<RichText> IsThereAlready(TurnContext turn, RegisterRow twin) =>
        turn.Text(
            "registers.isThereAlready",
            ("title", (await RegisterNames.Of(turn, _register, twin)).TitleOf(twin))
        );

    /// <summary>What others wrote where she writes now, since she began; null where there is none of it.</summary>
    private async Task<RichText?> ChangedMeanwhile(
        TurnContext turn,
        AnswerSheet sheet,
        RegisterRow row,
        IReadOnlyDictionary<string, string?> changed
    )
    {
        var others = _register
            .Fields.Where(field =>
                changed.TryGetValue(field.Key, out var hers)
                && field.In(row) is var now
                && now != sheet.Note(Was(field))
                && now != hers
            )
            .ToList();
        if (others.Count == 0)
            return null;
        var names = await RegisterNames.Of(turn, _register, row);
        return RichText.Lines(
            others.Select(field =>
                turn.Text(
                    "registers.changedMeanwhile",
                    ("label", names.LabelOf(field)),
                    (
                        "value",
                        field.In(row) is null ? turn.Texts.Plain("registers.blank") : field.ShowIn(names, row)
                    )
                )
            )
        );
    }

    /// <summary>Another row that is there already under the same key; null when there is none.</summary>
    /// <param name="valueOf">What the row is to say.</param>
    private async Task<RegisterRow?> Twin(TurnContext turn, RegisterRow row, Func<Field, string?> valueOf)
    {
        var key = RegisterKey.Of(_register, row, valueOf);
        var around = RegisterQuery.ToWrite(_register, turn.Who) with
        {
            Filter = row.SchoolId is { } school
                ? new RegisterFilter(SchoolId: school)
                : new RegisterFilter(MunicipalityId: row.MunicipalityId),
        };
        return (await _register.List(turn.Db, around)).FirstOrDefault(other =>
            other.Id != row.Id && RegisterKey.Of(_register, other) == key
        );
    }

    /// <exception cref="InvalidOperationException">One answer would be kept over another.</exception>
    private static void ThrowIfKeysClash(Register register)
    {
        var clashing = register
            .Fields.Select(field => field.Key)
            .Concat([RegisterPlace.Key, RegisterPlace.OtherKey, AsOfKey])
            .GroupBy(key => key)
            .FirstOrDefault(alike => alike.Count() > 1);
        if (clashing is not null)
            throw new InvalidOperationException(
                $"«{register.Name}» has a field «{clashing.Key}», and another answer of its form is kept under that key."
            );
    }

    private static DateOnly AsOf(TurnContext turn, AnswerSheet sheet) =>
        sheet[AsOfKey] is { } day ? DateQuestion.Stored(day) : turn.Today;

    private static string Was(Field field) => $"was.{field.Key}";
}
