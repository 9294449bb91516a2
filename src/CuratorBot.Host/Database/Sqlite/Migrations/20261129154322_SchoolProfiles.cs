using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SchoolProfiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "school_profiles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", nullable: true),
                    Group = table.Column<int>(type: "INTEGER", nullable: true),
                    Programme = table.Column<string>(type: "TEXT", nullable: true),
                    FailureLevel = table.Column<int>(type: "INTEGER", nullable: true),
                    Difficulties = table.Column<int>(type: "INTEGER", nullable: true),
                    Context = table.Column<string>(type: "TEXT", nullable: true),
                    SchoolId = table.Column<string>(type: "TEXT", nullable: true),
                    OtherSchoolId = table.Column<string>(type: "TEXT", nullable: true),
                    MunicipalityId = table.Column<string>(type: "TEXT", nullable: true),
                    Region = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Dashes = table.Column<string>(type: "TEXT", nullable: false),
                    NotApplying = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school_profiles", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_school_profiles_MunicipalityId",
                table: "school_profiles",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_school_profiles_OtherSchoolId",
                table: "school_profiles",
                column: "OtherSchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_school_profiles_Region",
                table: "school_profiles",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_school_profiles_SchoolId",
                table: "school_profiles",
                column: "SchoolId");

            // What was known of a school before is its first profile.
            migrationBuilder.Sql(
                """
                INSERT INTO school_profiles
                    (Id, Part, "Group", Programme, FailureLevel, Difficulties, SchoolId, MunicipalityId, Region,
                     State, AsOf, Version, ChangedAt, Dashes, NotApplying)
                SELECT rowid, Part, "Group", Programme, FailureLevel, Difficulties, Id, MunicipalityId, Region,
                     'active', date('now'), 1, CAST(strftime('%s', 'now') AS INTEGER) * 1000, '[]', '[]'
                FROM schools
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "school_profiles");
        }
    }
}
