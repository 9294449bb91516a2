using System.Globalization;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Registers.Finding;
using CuratorBot.Registers.Tables;
using CuratorBot.Texts;

namespace CuratorBot.Registers;

/// <summary>A page of a register with its counts, and what the list can be narrowed by.</summary>
internal static class RegisterList
{
    private const int PageSize = 8;

    public static async Task<OutgoingMessage> Show(
        TurnContext turn,
        Register register,
        RegisterFilter filter,
        int wanted
    )
    {
        var query = await RegisterQuery.ToRead(turn, register, filter);
        var count = await register.Count(turn.Db, query);
        var page = Page.Nearest(wanted, PageSize, count);
        var rows = await register.List(turn.Db, query, page.From, PageSize);
        var names = await RegisterNames.Of(turn, register, rows);
        return turn.Say(
            RichText.Lines([
                await Head(turn, register, filter, names),
                await Counts(turn, register, query, names),
                "",
                .. count == 0
                    ? [turn.Text(filter.Words is null ? "registers.none" : "registers.notFound")]
                    : rows.Select((row, at) => Line(turn, register, names, row, page.From + at + 1)),
            ])
        ) with
        {
            Choices =
            [
                .. Buttons(turn, register, filter, page, rows),
                .. (await register.Beside(turn)).Select(IReadOnlyList<Choice> (choice) => [choice]),
            ],
        };
    }

    /// <summary>What it can be narrowed by, each value with its count.</summary>
    public static async Task<OutgoingMessage> Narrowing(
        TurnContext turn,
        Register register,
        RegisterFilter filter
    )
    {
        var names = await RegisterNames.Of(turn, register);
        var read = await RegisterQuery.ToRead(turn, register, filter);
        var choices = new List<IReadOnlyList<Choice>>();
        foreach (var state in register.HasStates ? register.States : [])
            await Add(choices, names.StateOf(state), filter with { State = state });
        foreach (var field in register.Fields.Where(field => field.IsFilter))
        foreach (var value in field.Options)
            await Add(
                choices,
                turn.Texts.Plain(
                    "registers.narrowTo",
                    ("label", names.LabelOf(field)),
                    ("value", field.Show(names, value))
                ),
                filter.With($"f.{field.Key}", value)
            );
        choices.Add([
            turn.Button("registers.buttons.all", RegisterLooks.Page(register, RegisterFilter.All, 0)),
        ]);
        return turn.Say("registers.narrowHead") with { Choices = choices };

        async Task Add(List<IReadOnlyList<Choice>> to, string label, RegisterFilter narrowed)
        {
            var query = read with { Filter = narrowed };
            if (await register.Count(turn.Db, query) is var count and > 0)
                to.Add([
                    new Choice(
                        turn.Texts.Plain("registers.withCount", ("label", label), ("count", count)),
                        RegisterLooks.Page(register, narrowed, 0)
                    ),
                ]);
        }
    }

    /// <summary>«Соглашения: СОШ №3, действует».</summary>
    private static async Task<RichText> Head(
        TurnContext turn,
        Register register,
        RegisterFilter filter,
        RegisterNames names
    )
    {
        var parts = new List<string>();
        if (await MySchoolQuestion.Find(turn, turn.Who.MaySee, filter.SchoolId) is { } school)
            parts.Add(school.ShortName);
        if (
            filter.MunicipalityId is { } id
            && await turn.Db.Municipalities.FindAsync(id) is { } place
            && turn.Who.MaySee.Includes(place)
        )
            parts.Add(place.Name);
        if (filter.State is { } state && register.States.Contains(state))
            parts.Add(names.StateOf(state));
        foreach (var (key, value) in filter.Fields)
            if (register.Find(key) is { IsFilter: true } field && field.Options.Contains(value))
                parts.Add($"{names.LabelOf(field)}: {field.Show(names, value)}");
        if (filter.Words is { } words)
            parts.Add(turn.Texts.Plain("registers.byWords", ("words", words)));
        var many = turn.Texts.Plain($"{register.Name}.many");
        return parts.Count == 0
            ? turn.Text("registers.head", ("many", many))
            : turn.Text("registers.headOf", ("many", many), ("of", string.Join(", ", parts)));
    }

    /// <summary>«Всего 21 · действует 17 · завершено 4»: of the same list in any state.</summary>
    private static async Task<RichText> Counts(
        TurnContext turn,
        Register register,
        RegisterQuery query,
        RegisterNames names
    )
    {
        var any = query with { Filter = query.Filter.InAnyState };
        var counts = new List<RichText>
        {
            turn.Text("registers.total", ("count", await register.Count(turn.Db, any))),
        };
        foreach (var state in register.HasStates ? register.States : [])
            counts.Add(
                turn.Text(
                    "registers.ofState",
                    ("state", names.StateOf(state)),
                    (
                        "count",
                        await register.Count(turn.Db, any with { Filter = any.Filter with { State = state } })
                    )
                )
            );
        return RichText.Join(" · ", counts);
    }

    private static RichText Line(
        TurnContext turn,
        Register register,
        RegisterNames names,
        RegisterRow row,
        int number
    ) =>
        turn.Text(
            register.HasStates ? "registers.line" : "registers.lineOfOneState",
            ("number", number),
            ("place", names.PlaceOf(row)),
            ("what", names.TitleOf(row)),
            ("state", names.StateOf(row.State))
        );

    private static List<IReadOnlyList<Choice>> Buttons(
        TurnContext turn,
        Register register,
        RegisterFilter filter,
        Page page,
        IReadOnlyList<RegisterRow> rows
    )
    {
        var choices = rows.Select(
                (row, at) =>
                    new Choice(
                        (page.From + at + 1).ToString(CultureInfo.InvariantCulture),
                        RegisterLooks.Card(register, row.Id)
                    )
            )
            .Chunk(4)
            .Select(IReadOnlyList<Choice> (some) => some)
            .ToList();
        choices.AddRange(page.Turning(turn, number => RegisterLooks.Page(register, filter, number)));
        if (filter.Words is not null)
            choices.Add([
                turn.Button(
                    "registers.buttons.withoutWords",
                    RegisterLooks.Page(register, filter with { Words = null }, 0)
                ),
            ]);
        choices.Add([
            turn.Button(
                "registers.buttons.find",
                FindRowsAction.Find(register, filter with { Words = null })
            ),
            turn.Button("registers.buttons.narrow", RegisterLooks.Narrow(register, filter)),
            turn.Button("registers.buttons.export", RegisterExport.Of(register, filter)),
        ]);
        if (!register.MayWrite(turn.Who).IsEmpty)
            choices.Add([
                .. register.TakesNewRows
                    ? new[]
                    {
                        turn.Button("registers.buttons.add", RegisterActions.Add(register, PlaceIn(filter))),
                    }
                    : [],
                turn.Button("registers.buttons.template", RegisterTemplate.Of(register)),
            ]);
        return choices;
    }

    private static string PlaceIn(RegisterFilter filter) =>
        filter.SchoolId is { } school ? $"school:{school}"
        : filter.MunicipalityId is { } place ? $"municipality:{place}"
        : "";
}
