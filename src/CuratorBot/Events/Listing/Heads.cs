using System.Runtime.InteropServices;
using CuratorBot.Events.Sentences;

namespace CuratorBot.Events.Listing;

/// <summary>Who took part in an event. Pupils and parents are told apart from all others.</summary>
internal enum Attendees
{
    /// <summary>Teachers and all others, and whoever is not told apart.</summary>
    Participants = 0,
    Pupils = 1,
    Parents = 2,
}

/// <summary>How many took part. Pupils are added to pupils and never to teachers.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Heads(int Participants, int Pupils, int Parents)
{
    /// <param name="audience">As it is told; null where it is not.</param>
    public static Heads Of(string typeId, string? audience, int people) =>
        WhoIn(typeId, audience) switch
        {
            Attendees.Pupils => new(0, people, 0),
            Attendees.Parents => new(0, 0, people),
            _ => new(people, 0, 0),
        };

    public static Heads operator +(Heads one, Heads other) =>
        new(one.Participants + other.Participants, one.Pupils + other.Pupils, one.Parents + other.Parents);

    /// <summary>Those of whom there were any; nobody at all are no participants.</summary>
    public IEnumerable<(Attendees Who, int Count)> Told()
    {
        if (Participants > 0 || this == default)
            yield return (Attendees.Participants, Participants);
        if (Pupils > 0)
            yield return (Attendees.Pupils, Pupils);
        if (Parents > 0)
            yield return (Attendees.Parents, Parents);
    }

    /// <summary>One number for several kinds of people is of participants.</summary>
    private static Attendees WhoIn(string typeId, string? audience)
    {
        var sentence = new Sentence(audience ?? "");
        var told = Enumerable
            .Range(0, sentence.Count)
            .Select(at => PeopleWords.At(sentence, at))
            .OfType<PeopleWord>()
            .Where(word => word.Weight > 0)
            .Select(word => word.Whose)
            .Distinct()
            .ToList();
        return told is [var only] ? only
            : told.Count == 0 && new EventKind("", typeId).CountsOnly ? Attendees.Pupils
            : Attendees.Participants;
    }
}
