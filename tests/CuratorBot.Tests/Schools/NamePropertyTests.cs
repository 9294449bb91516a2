using CuratorBot.Schools;
using FsCheck;
using FsCheck.Fluent;

namespace CuratorBot.Tests.Schools;

public sealed class NamePropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static readonly string[] Names =
    [
        .. SeedNames
            .Municipalities.Select(row => row.Name.Replace("г. ", "").Split(' ')[0])
            .Where(name => name.Length >= 6),
    ];

    private static readonly string[] Fragments =
    [
        .. SeedNames.Municipalities.SelectMany(row => row.Aliases),
        .. SeedNames.Schools.SelectMany(row => row.Aliases),
        .. "школа|сош|3|10|кузн|пенз|район|г.|области|repytwr|kuzn|Ульяновке|Серп".Split('|'),
    ];

    /// <summary>
    /// The nearest by any of its case forms, which is how people write names, is the only one that may be
    /// taken without a question.
    /// </summary>
    [Fact]
    public void One_slip_of_the_finger_never_leads_silently_to_a_name_that_is_further_away() =>
        Prop.ForAll(
                Slips().ToArbitrary(),
                typed =>
                {
                    if (
                        SeedNames.Index.Find(typed, Sought.Municipality)
                        is not NameAnswer.Found { One: var found }
                    )
                        return true;
                    var distances = SeedNames.Municipalities.ToDictionary(
                        row => row.Id,
                        row => NearestForm(typed, row)
                    );
                    return distances[found.Id] == distances.Values.Min()
                        && distances.Count(pair => pair.Value == distances[found.Id]) == 1;
                }
            )
            .Check(Thorough);

    [Fact]
    public void Most_slips_still_find_the_name() =>
        Assert.True(
            SeedNames
                .Municipalities.Select(row => (row.Id, Name: row.Name.Replace("г. ", "").Split(' ')[0]))
                .Where(row => row.Name.Length >= 6)
                .Count(row =>
                    SeedNames.Say(SeedNames.Index.Find(row.Name.Remove(3, 1), Sought.Municipality)) == row.Id
                ) >= 27
        );

    [Fact]
    public void Nothing_that_is_not_visible_is_ever_in_an_answer() =>
        Prop.ForAll(
                Typed().ToArbitrary(),
                Gen.Choose(0, 6).ToArbitrary(),
                (typed, seed) =>
                {
                    bool Visible(Named named) => (named.Id.Length + named.Id[0]) % 7 == seed;
                    return new[] { Sought.Municipality, Sought.School, Sought.Either }.All(sought =>
                        SeedNames
                            .All(SeedNames.Index.Find(typed, sought, Visible))
                            .All(named => Visible(named) && sought.HasFlag(named.Kind))
                    );
                }
            )
            .Check(Thorough);

    [Fact]
    public void A_question_has_at_least_two_candidates_and_none_twice() =>
        Prop.ForAll(
                Typed().ToArbitrary(),
                typed =>
                    SeedNames.Index.Find(typed) is not NameAnswer.Ambiguous question
                    || (
                        question.Candidates.Count > 1
                        && question.Candidates.Distinct().Count() == question.Candidates.Count
                    )
            )
            .Check(Thorough);

    [Fact]
    public void Any_text_whatever_has_an_answer() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNull<string>>(),
                text => SeedNames.Index.Find(text.Get) is not null
            )
            .Check(Thorough);

    [Fact]
    public void A_municipality_that_she_may_not_see_is_not_answered_with_one_that_she_may()
    {
        static bool OnlyTheCity(Named named) => named.Id == "kuznetsk";
        Assert.Equal("kuznetsk", SeedNames.Say(SeedNames.Index.Find("Кузнецком", visible: OnlyTheCity)));
        Assert.Equal("-", SeedNames.Say(SeedNames.Index.Find("Кузнецкий", visible: OnlyTheCity)));
        Assert.Equal("-", SeedNames.Say(SeedNames.Index.Find("Пенза", visible: OnlyTheCity)));
        Assert.Equal("- kuznetsk", SeedNames.Say(SeedNames.Index.Find("Кузнецкй", visible: OnlyTheCity)));
    }

    private static Gen<string> Slips() =>
        from name in Gen.Elements(Names)
        from at in Gen.Choose(0, name.Length - 2)
        from letter in Gen.Elements("абвгдеийклмнопрстуцчшыья".ToCharArray())
        from slip in Gen.Elements(
            name.Remove(at, 1),
            name.Remove(name.Length - 1),
            name[..at] + letter + name[(at + 1)..],
            name[..^1] + letter,
            name[..at] + name[at + 1] + name[at] + name[(at + 2)..]
        )
        select slip;

    private static Gen<string> Typed() =>
        from first in Gen.Elements(Fragments)
        from second in Gen.Elements(Fragments)
        from cut in Gen.Choose(1, 12)
        from typed in Gen.Elements(
            first,
            first[..Math.Min(cut, first.Length)],
            $"{first} {second}",
            first.Remove(first.Length / 2, 1)
        )
        select typed;

    private static int NearestForm(string typed, Municipality municipality) =>
        municipality
            .Aliases.SelectMany(alias => alias.Split(' '))
            .Min(form => Slips(typed.ToLowerInvariant(), form.ToLowerInvariant()));

    /// <summary>Plain optimal string alignment, written down once more so as not to ask the code under test.</summary>
    private static int Slips(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        for (var j = 0; j <= b.Length; j++)
        {
            if (i == 0 || j == 0)
            {
                cost[i, j] = i + j;
                continue;
            }
            var wrong = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cost[i, j] = Math.Min(wrong, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
        }
        return cost[a.Length, b.Length];
    }
}
