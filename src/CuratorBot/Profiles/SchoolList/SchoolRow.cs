using CuratorBot.Importing;
using CuratorBot.Texts;

namespace CuratorBot.Profiles.SchoolList;

public enum SchoolColumn
{
    Region = 0,
    Municipality = 1,
    Zone = 2,
    School = 3,
    ShortName = 4,
    Part = 5,
    Group = 6,
    Programme = 7,
    Level = 8,
    Difficulties = 9,
}

/// <param name="Number">Of the row in the file, as the program that shows it counts.</param>
internal sealed record SchoolRow(
    int Number,
    string Region,
    string Municipality,
    string Zone,
    string School,
    string ShortName,
    string Part,
    string Group,
    string Programme,
    string Level,
    string Difficulties
);

/// <summary>What one row adds, or why it cannot be right.</summary>
internal sealed record PlannedSchool(int Number, string Name, RowVerdict Verdict, RichText Says)
    : PlannedRow(Number, Name, Verdict, Says);
