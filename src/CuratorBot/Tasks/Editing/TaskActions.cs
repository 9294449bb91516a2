using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Tasks.Editing;

/// <summary>
/// The way from the schedule to one task, to the places that owe it and to one owner, for whoever sees more
/// than single schools. It is all one message, drawn anew at every press.
/// </summary>
public sealed class TaskActions : IAction
{
    internal const string Open = "schedule.open";
    internal const string List = "schedule.list";
    private const string Card = "schedule.card";
    private const string Places = "schedule.places";
    private const string Owners = "schedule.owners";
    private const string Owed = "schedule.owed";
    private const string File = "schedule.file";

    public IEnumerable<string> Names => [Open, List, Card, Places, Owners, Owed, File];
    public bool ReadsOnly => true;

    internal static string ListOf(int page, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{List}:{page}:{year}");

    internal static string CardOf(ProjectTask task) => $"{Card}:{task.Id}";

    internal static string PlacesOf(ProjectTask task, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{Places}:{page}:{task.Id}");

    internal static string OwnersOf(ProjectTask task, string place, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{Owners}:{page}:{place}:{task.Id}");

    internal static string OwedOf(Obligation row) =>
        string.Create(CultureInfo.InvariantCulture, $"{Owed}:{row.Id}");

    internal static string FileOf(Obligation row) =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{row.Id}");

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!turn.Who.MaySee.IsWide)
            return Stale(turn);
        if (name is Open or List)
            return Reply.With(await ShowList(turn, name, argument.Split(':')));
        if (name == File)
            return await ShowFile(turn, argument);
        return await Edit(turn, name, argument) is { } edit ? Reply.With(edit) : Stale(turn);
    }

    private static async Task<OutgoingMessage> ShowList(TurnContext turn, string name, string[] parts)
    {
        int? year =
            parts.Length > 1 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var wanted)
                ? wanted
                : null;
        var (text, choices) = await TaskPicker.Page(turn, Page.Wanted(parts[0]), year);
        return name == Open
            ? turn.Say(text) with
            {
                Choices = choices,
            }
            : turn.EditPressed(text, [.. choices]);
    }

    /// <summary>The document or photo that somebody gave as proof.</summary>
    private static async Task<Reply> ShowFile(TurnContext turn, string argument) =>
        await SeenObligations.Find(turn, argument)
            is { EvidenceKind: EvidenceKind.Document or EvidenceKind.Photo, Evidence: { } file } row
            ? Reply.With(
                turn.Say(RichText.Empty) with
                {
                    Kind =
                        row.EvidenceKind == EvidenceKind.Photo ? OutgoingKind.Photo : OutgoingKind.Document,
                    FileId = row.EvidenceStoredAs is null ? file : null,
                    FilePath = row.EvidenceStoredAs,
                    FileName = row.EvidenceStoredAs is null ? null : row.EvidenceName ?? "photo.jpg",
                    Text = turn.Text(
                        "schedule.owed.file",
                        ("title", (await turn.Db.Tasks.FindAsync(row.TaskId))!.Title),
                        ("name", (await OwnerNames.Of(turn.Db, [row]))[row])
                    ),
                }
            )
            : Stale(turn);

    /// <summary>Null where nothing of it is hers to see.</summary>
    private static async Task<OutgoingMessage?> Edit(TurnContext turn, string name, string argument)
    {
        if (name == Owed)
            return await SeenObligations.Find(turn, argument) is { } row
                ? await OwedCard.Edit(turn, row)
                : null;
        var parts = argument.Split(
            ':',
            name switch
            {
                Places => 2,
                Owners => 3,
                _ => 1,
            }
        );
        if (await VisibleTasks.Find(turn, parts[^1]) is not { } task)
            return null;
        return name switch
        {
            Places => await PlaceList.Edit(turn, task, Page.Wanted(parts[0])),
            Owners when parts.Length == 3 => await OwnerList.Edit(
                turn,
                task,
                parts[1],
                Page.Wanted(parts[0])
            ),
            Card => await TaskCard.Edit(turn, task),
            _ => null,
        };
    }

    private static Reply Stale(TurnContext turn) => Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
}
