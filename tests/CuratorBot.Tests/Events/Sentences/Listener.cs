using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Events.Sentences;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Tests.Events.Sentences;

/// <summary>Reads sentences of somebody who may see some of the schools, on Wednesday, 16 March 2022.</summary>
internal static class Listener
{
    public static readonly DateOnly Today = new(2022, 3, 16);

    public static readonly Asker Curator = With(
        new HeldRole(Role.Curator, "kuznetsk_sosh_3", "kuznetsk", null),
        new HeldRole(Role.Curator, "kuznetsk_sosh_10", "kuznetsk", null)
    );

    public static readonly Asker Coordinator = With(
        new HeldRole(Role.MunicipalCoordinator, null, "kuznetsk", null)
    );

    public static readonly Asker Region = With(new HeldRole(Role.RegionalCoordinator, null, null, null));

    public static List<School> Schools { get; } = EmbeddedJson.Read<List<School>>("schools");

    public static List<Municipality> Municipalities { get; } =
        EmbeddedJson.Read<List<Municipality>>("municipalities");

    private static readonly SentenceReader Reader = new(
        EmbeddedJson.Read<List<EventType>>("event-types"),
        new NameIndex(Municipalities, Schools)
    );

    public static ReportSentence Hears(Asker who, string text, DateOnly? today = null) =>
        Reader.Read(text, who.MayWork.Includes, today ?? Today);

    private static Asker With(params HeldRole[] roles) =>
        new(1, "Варвара Примерова", Consented: true, roles, Asker.DefaultTimeZone);
}
