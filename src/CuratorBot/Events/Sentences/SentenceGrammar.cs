namespace CuratorBot.Events.Sentences;

/// <summary>
/// The small words and endings by which a sentence hangs together, as they are written in the file of words. A
/// word with a star at its end stands for all that begin so.
/// </summary>
/// <param name="BeforePlace">What stands before the name of a place or a school.</param>
/// <param name="SeveralSchools">Behind a number: so many schools, and not the one with this number.</param>
/// <param name="AboutWhatWasSaid">«о том», «об этому»: no topic begins so.</param>
/// <param name="BeginsAnother">Where a topic ends, if what follows was understood as something else.</param>
/// <param name="EndsNoTopic">What is cut off from the end of a topic.</param>
/// <param name="NominativeOfSchool">Ending of the adjective beside «школа».</param>
/// <param name="GenitiveOfDay">«15-го»: a day, and no place in a row.</param>
/// <param name="OrdinalOfSchool">Endings of an ordinal beside «школа», in the cases that a preposition asks for.</param>
/// <param name="OrdinalSuffixes">What stands behind the hyphen of a number: «3-я».</param>
/// <param name="Endings">Of nouns and adjectives, in all their cases.</param>
internal sealed record SentenceGrammar(
    string And,
    string Or,
    string Not,
    string Whether,
    string OutOf,
    string Within,
    string Until,
    string On,
    string Ago,
    string OfTheMonth,
    string Number,
    string[] From,
    string[] In,
    string[] Through,
    string[] LastOne,
    string[] ThisOne,
    string[] NextOne,
    string[] Day,
    string[] Week,
    string[] Year,
    string[] Percent,
    string[] SchoolClass,
    string[] Measures,
    string[] RoughlyInTwoWords,
    string[] BeforePlace,
    string[] SeveralSchools,
    string[] AboutWhatWasSaid,
    string[] BeginsAnother,
    string[] EndsNoTopic,
    string NominativeOfSchool,
    string GenitiveOfDay,
    string[] OrdinalOfSchool,
    string[] OrdinalSuffixes,
    string[] AdjectiveEndings,
    string[] Endings
);
