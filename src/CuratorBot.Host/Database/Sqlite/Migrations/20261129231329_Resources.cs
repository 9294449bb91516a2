using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Resources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "resources",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true),
                    Uses = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Served = table.Column<int>(type: "INTEGER", nullable: true),
                    ServedOf = table.Column<int>(type: "INTEGER", nullable: true),
                    ServedStated = table.Column<decimal>(type: "TEXT", nullable: true),
                    LenderId = table.Column<string>(type: "TEXT", nullable: true),
                    Supplier = table.Column<string>(type: "TEXT", nullable: true),
                    Keeper = table.Column<string>(type: "TEXT", nullable: true),
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
                    table.PrimaryKey("PK_resources", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_resources_MunicipalityId",
                table: "resources",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_resources_OtherSchoolId",
                table: "resources",
                column: "OtherSchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_resources_SchoolId",
                table: "resources",
                column: "SchoolId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "resources");
        }
    }
}
