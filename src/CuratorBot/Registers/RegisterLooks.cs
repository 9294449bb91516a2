using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Fields;
using CuratorBot.Messaging;
using CuratorBot.Registers.Finding;

namespace CuratorBot.Registers;

/// <summary>The buttons that show lists, cards and histories. What she may read is asked at each press.</summary>
public sealed class RegisterLooks(Registry registry, RowFiles files) : IAction
{
    private const string ListName = "registers.list";
    private const string PageName = "registers.page";
    private const string NarrowName = "registers.narrow";
    private const string CardName = "registers.card";
    private const string HistoryName = "registers.history";
    private const string FilesName = "registers.files";
    private const string OfName = "registers.of";
    private const int MostPages = 100_000;

    public IEnumerable<string> Names =>
        [ListName, PageName, NarrowName, CardName, HistoryName, FilesName, OfName];
    public bool ReadsOnly => true;

    /// <summary>Sends a list of its own.</summary>
    internal static string List(Register register, RegisterFilter filter) =>
        $"{ListName}:{register.Name}:0:{filter}";

    /// <summary>Shows a page of a list in the message that was pressed.</summary>
    internal static string Page(Register register, RegisterFilter filter, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{PageName}:{register.Name}:{page}:{filter}");

    internal static string Narrow(Register register, RegisterFilter filter) =>
        $"{NarrowName}:{register.Name}:0:{filter}";

    internal static string Card(Register register, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{CardName}:{register.Name}:{id}:");

    internal static string History(Register register, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{HistoryName}:{register.Name}:{id}:");

    internal static string Files(Register register, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{FilesName}:{register.Name}:{id}:");

    /// <summary>The registers of one school or municipality: «school=id», «place=id».</summary>
    public static string OfSchool(string id) => $"{OfName}::0:{new RegisterFilter(SchoolId: id)}";

    public static string OfMunicipality(string id) => $"{OfName}::0:{new RegisterFilter(MunicipalityId: id)}";

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var parts = argument.Split(':', 3);
        if (
            turn.Known is not { IsMember: true } who
            || parts.Length < 3
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
            return Stale(turn);
        var filter = RegisterFilter.Parse(parts[2]);
        if (name == OfName)
            return Reply.With(await RegisterMenu.Of(turn, registry, filter));
        if (registry.Find(parts[0]) is not { } register || !Registry.IsReadBy(register, who))
            return Stale(turn);
        var page = (int)Math.Min(number, MostPages);
        return name switch
        {
            ListName => Reply.With(await RegisterList.Show(turn, register, filter, page)),
            PageName => Instead(turn, await RegisterList.Show(turn, register, filter, page)),
            NarrowName => Instead(turn, await RegisterList.Narrowing(turn, register, filter)),
            FilesName => await OfRow(
                turn,
                register,
                number,
                async row => files.Of(turn, await FilesOfRows.Of(turn.Db, register, row))
            ),
            CardName => await OfRow(
                turn,
                register,
                number,
                async row => Reply.With(await RegisterCard.Of(turn, register, row))
            ),
            _ => await OfRow(
                turn,
                register,
                number,
                async row => Reply.With(await RegisterHistory.Of(turn, register, row))
            ),
        };
    }

    private static async Task<Reply> OfRow(
        TurnContext turn,
        Register register,
        long id,
        Func<RegisterRow, Task<Reply>> show
    )
    {
        var query = await RegisterQuery.ToRead(turn, register, RegisterFilter.All);
        return await register.Find(turn.Db, query, id) is { } row ? await show(row) : Stale(turn);
    }

    private static Reply Instead(TurnContext turn, OutgoingMessage message) =>
        Reply.With(turn.EditPressed(message.Text, message.Choices));

    private static Reply Stale(TurnContext turn) => Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
}
