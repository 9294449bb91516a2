using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Registers.Finding;
using CuratorBot.Texts;

namespace CuratorBot.Registers;

/// <summary>What a card says beside the fields of its row.</summary>
internal sealed record CardMore(IReadOnlyList<RichText> Lines, IReadOnlyList<IReadOnlyList<Choice>> Choices)
{
    public static readonly CardMore None = new([], []);
}

/// <summary>One row with all that it says, its buttons and its history.</summary>
internal static class RegisterCard
{
    public static async Task<OutgoingMessage> Of(TurnContext turn, Register register, RegisterRow row)
    {
        var names = await RegisterNames.Of(turn, register, row);
        var more = await register.More(turn, row);
        return turn.Say(TextOf(turn, register, names, row, more)) with
        {
            Choices = [.. more.Choices, .. Buttons(turn, register, row)],
        };
    }

    private static RichText TextOf(
        TurnContext turn,
        Register register,
        RegisterNames names,
        RegisterRow row,
        CardMore more
    )
    {
        var text = new RichTextBuilder().Add(
            turn.Text(
                "registers.card.head",
                ("one", turn.Texts.Plain($"{register.Name}.one")),
                ("place", names.PlaceOf(row))
            )
        );
        foreach (var field in register.Fields)
            text.Line(
                turn.Text(
                    "registers.card.line",
                    ("label", names.LabelOf(field)),
                    (
                        "value",
                        field.In(row) is { } value
                            ? field.Show(names, value)
                            : turn.Texts.Plain("registers.blank")
                    )
                )
            );
        if (register.HasStates)
            text.Line(
                turn.Text(
                    "registers.card.line",
                    ("label", turn.Texts.Plain("registers.card.state")),
                    ("value", names.StateOf(row.State))
                )
            );
        foreach (var line in more.Lines)
            text.Line(line);
        return text.Line(turn.Text("registers.card.asOf", ("date", row.AsOf))).Build();
    }

    private static List<IReadOnlyList<Choice>> Buttons(TurnContext turn, Register register, RegisterRow row)
    {
        var rows = new List<IReadOnlyList<Choice>>();
        if (MayWrite(register, turn.Who, row))
        {
            rows.Add([turn.Button("registers.buttons.correct", RegisterActions.Correct(register, row.Id))]);
            rows.AddRange(
                register
                    .Moves.Where(move => move.From == row.State)
                    .Select(
                        IReadOnlyList<Choice> (move) =>
                            [
                                new(
                                    turn.Texts.Plain(
                                        turn.Texts.Has($"{register.Name}.moves.{move.To}")
                                            ? $"{register.Name}.moves.{move.To}"
                                            : $"registers.moves.{move.To}"
                                    ),
                                    RegisterActions.MoveOn(register, row.Id, move.To)
                                ),
                            ]
                    )
            );
        }
        if (row.Files.Values.Any(files => files.Count > 0))
            rows.Add([turn.Button("files.show", RegisterLooks.Files(register, row.Id))]);
        rows.Add([
            turn.Button("registers.buttons.history", RegisterLooks.History(register, row.Id)),
            turn.Button("registers.buttons.list", RegisterLooks.List(register, RegisterFilter.All)),
        ]);
        return rows;
    }

    /// <summary>Which of her places a row belongs to is read from the row, not asked of the database.</summary>
    internal static bool MayWrite(Register register, Asker who, RegisterRow row)
    {
        var scope = register.MayWrite(who);
        return scope.Includes(row.SchoolId, row.MunicipalityId, row.Region)
            || (row.OtherSchoolId is { } other && scope.IncludesSchool(other));
    }
}
