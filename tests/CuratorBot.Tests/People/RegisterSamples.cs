using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Data;
using CuratorBot.Fields;
using CuratorBot.Messaging;
using CuratorBot.Registers;
using CuratorBot.Registers.Finding;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.People;

/// <summary>A row of every register for each of the schools of the samples, whatever registers there are.</summary>
internal static class RegisterSamples
{
    public static async Task Add(World world) =>
        await world.UnitOfWork.Write(async scope =>
        {
            var schools = await scope.Db.Schools.ToDictionaryAsync(row => row.Id);
            foreach (var register in Registers(world))
            foreach (var id in ButtonSamples.Schools)
            {
                var row = register.New(world.Ids.Next());
                (row.SchoolId, row.MunicipalityId, row.Region) = (
                    id,
                    schools[id].MunicipalityId,
                    schools[id].Region
                );
                foreach (var field in register.Fields)
                    field.Put(row, SampleOf(field, row));
                (row.AsOf, row.ChangedAt) = (new DateOnly(2022, 1, 10), world.Clock.Now);
                scope.Db.Add(row);
            }
            await scope.Db.SaveChangesAsync();
        });

    /// <summary>Arguments for the buttons of registers.</summary>
    public static async Task<Dictionary<string, string[]>> Buttons(World world)
    {
        var lists = new List<string>();
        var rows = new List<string>();
        var moves = new List<string>();
        foreach (var register in Registers(world))
        {
            lists.Add($"{register.Name}:0:");
            lists.AddRange(ButtonSamples.Schools.Select(id => $"{register.Name}:0:school={id}"));
            lists.AddRange(ButtonSamples.Municipalities.Select(id => $"{register.Name}:7:place={id}"));
            lists.Add($"{register.Name}:0:state=active;f.kind=чепуха");
            lists.Add($"{register.Name}:0:words={Uri.EscapeDataString("кузнецк")}");
            var ids = await world.Read(db => register.List(db, Everything));
            rows.AddRange(ids.Select(row => $"{register.Name}:{row.Id}:"));
            moves.AddRange(ids.Select(row => $"{register.Name}:{row.Id}:ended"));
        }
        string[] added =
        [
            .. Registers(world)
                .SelectMany(register =>
                    ButtonSamples
                        .Schools.Select(id => $"school:{id}")
                        .Append("municipality:penza")
                        .Append("region:Пензенская область")
                        .Append("")
                        .Select(place => $"{register.Name}:0:{place}")
                ),
        ];
        return new()
        {
            ["registers.list"] = [.. lists],
            ["registers.page"] = [.. lists],
            ["registers.narrow"] = [.. lists],
            ["registers.of"] =
            [
                .. ButtonSamples.Schools.Select(id => $":0:school={id}"),
                .. ButtonSamples.Municipalities.Select(id => $":0:place={id}"),
            ],
            ["registers.card"] = [.. rows],
            ["registers.history"] = [.. rows],
            ["registers.files"] = [.. rows],
            ["registers.find"] =
            [
                .. lists.Select(list => list.Replace(":0:", ":", StringComparison.Ordinal)),
            ],
            ["registers.add"] = added,
            ["registers.correct"] = [.. rows],
            ["registers.move"] = [.. moves],
            ["registers.template"] = [.. Registers(world).Select(register => $"{register.Name}:")],
            ["registers.export"] =
            [
                .. lists.Select(list => list.Replace(":0:", ":", StringComparison.Ordinal)),
            ],
            ["orders.enter"] =
            [
                .. ButtonSamples.Municipalities.Select(id => $"curators|municipality:{id}|2022-01-14|339"),
                "чепуха|чепуха|чепуха|чепуха",
            ],
            ["papers.missing"] = ["0", "7", "чепуха"],
        };
    }

    private static readonly RegisterQuery Everything = new(
        new CuratorBot.People.Scope([
            new CuratorBot.People.HeldRole(CuratorBot.People.Role.RegionalCoordinator, null, null, null),
        ]),
        PlacesAbove.None,
        RegisterFilter.All
    );

    /// <summary>All rows of all registers, by register and id.</summary>
    public static async Task<Dictionary<(string, long), RegisterRow>> Rows(World world, CuratorBotDb db)
    {
        var rows = new Dictionary<(string, long), RegisterRow>();
        foreach (var register in Registers(world))
        foreach (var row in await register.List(db, Everything))
            rows.Add((register.Name, row.Id), row);
        return rows;
    }

    private static IReadOnlyList<Register> Registers(World world) =>
        world.Services.GetRequiredService<Registry>().All;

    /// <summary>Something that the field may keep; null for files, which lie elsewhere.</summary>
    private static string? SampleOf(Field field, RegisterRow row) =>
        field.Options.Count > 0 ? field.Options[0]
        : field.HoldsFiles ? null
        : field.MayBeDash ? Field.Dash
        : field.Ask() switch
        {
            DateQuestion => "2022-01-10",
            MonthQuestion => "2022-01",
            NumberQuestion => "1",
            ShareQuestion => "7/9",
            EvidenceQuestion => "https://example.org/paper",
            SchoolQuestion => row.SchoolId,
            MunicipalityQuestion => row.MunicipalityId,
            _ => "Проба",
        };
}
