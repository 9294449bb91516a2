using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Roster : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "roster_entries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_uploads",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    FilePath = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    PlanHash = table.Column<string>(type: "TEXT", nullable: false),
                    Namesakes = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "roster_roles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    EntryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    SchoolId = table.Column<string>(type: "TEXT", nullable: true),
                    MunicipalityId = table.Column<string>(type: "TEXT", nullable: true),
                    Region = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_roster_roles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_roster_roles_roster_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "roster_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_roster_entries_PersonId",
                table: "roster_entries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_entries_Phone",
                table: "roster_entries",
                column: "Phone",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_roster_roles_EntryId",
                table: "roster_roles",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_roles_MunicipalityId",
                table: "roster_roles",
                column: "MunicipalityId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_roles_Region",
                table: "roster_roles",
                column: "Region");

            migrationBuilder.CreateIndex(
                name: "IX_roster_roles_SchoolId",
                table: "roster_roles",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_roster_uploads_PersonId",
                table: "roster_uploads",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "roster_roles");

            migrationBuilder.DropTable(
                name: "roster_uploads");

            migrationBuilder.DropTable(
                name: "roster_entries");
        }
    }
}
