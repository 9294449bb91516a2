using CuratorBot.Conversations.Turns;
using CuratorBot.Importing;
using CuratorBot.People;
using CuratorBot.Registers.Finding;
using CuratorBot.Schools;
using CuratorBot.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Registers.Tables;

/// <summary>A register as a table.</summary>
public sealed class RegisterImport(Register register, Registry registry, NameIndexCache names) : TableImport
{
    public override string Name => $"register.{register.Name}";
    public override string Words => "registers";

    /// <summary>Whoever keeps any register hears of the others that they are not hers.</summary>
    public override bool IsFor(Asker who) => registry.All.Any(one => !one.MayWrite(who).IsEmpty);

    public override int Certainty(TableReading.Read content, TextCatalogue texts) =>
        RegisterColumns.Certainty(register, content, texts);

    public override async Task<Planning> Plan(TurnContext turn, TableReading.Read content, string? answer)
    {
        if (register.MayWrite(turn.Who).IsEmpty)
            return new Planning.Refused(turn.Text("registers.notYours"));
        var (table, columns) = RegisterColumns.Find(register, content, turn.Texts)!.Value;
        var plan = await RegisterPlanner.Plan(turn, register, names, table, columns);
        return plan.Rows.Count == 0
            ? new Planning.Refused(turn.Text("registers.emptyTable"))
            : new Planning.Planned(plan, columns.NotesOf(table, content.Tables, turn.Texts));
    }

    public override RichText Head(TextCatalogue texts, string fileName, ImportPlan plan) =>
        texts.Get(
            "registers.preview.head",
            ("file", fileName),
            ("many", texts.Plain($"{register.Name}.many"))
        );

    public override async Task<Reply> Apply(TurnContext turn, ImportPlan plan, ImportMode mode, long uploadId)
    {
        var writer = new RegisterWriter(turn, register);
        foreach (var planned in ((RegisterPlan)plan).Planned)
            if (planned.Verdict == RowVerdict.New)
                await writer.Add(WithId(turn, planned.Row!), planned.Values, planned.AsOf);
            else if (planned.Verdict == RowVerdict.Changed)
                await writer.Correct(await Found(turn, planned.Row!.Id), planned.Values, planned.AsOf);
        return Reply.With(
            turn.Say(
                "registers.preview.done",
                ("added", plan.Count(RowVerdict.New)),
                ("changed", plan.Count(RowVerdict.Changed))
            ) with
            {
                Choices =
                [
                    [turn.Button("registers.buttons.list", RegisterLooks.List(register, RegisterFilter.All))],
                ],
            }
        );
    }

    private async Task<RegisterRow> Found(TurnContext turn, long id) =>
        (await register.Find(turn.Db, RegisterQuery.ToWrite(register, turn.Who), id))!;

    private RegisterRow WithId(TurnContext turn, RegisterRow planned)
    {
        var row = register.New(turn.Ids.Next());
        (row.SchoolId, row.OtherSchoolId, row.MunicipalityId, row.Region) = (
            planned.SchoolId,
            planned.OtherSchoolId,
            planned.MunicipalityId,
            planned.Region
        );
        return row;
    }
}
