using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class HelpReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_help_requests_waiting",
                table: "help_requests");

            migrationBuilder.DropPrimaryKey(
                name: "PK_help_cards",
                table: "help_cards");

            migrationBuilder.AddColumn<int>(
                name: "AnsweredInMinutes",
                table: "help_requests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RemindAt",
                table: "help_requests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Reminders",
                table: "help_requests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql(
                """
                UPDATE help_requests SET "AnsweredInMinutes" = ("AnsweredAt" - "AskedAt") / 60000
                WHERE "AnsweredAt" IS NOT NULL
                """
            );

            migrationBuilder.Sql(
                """
                UPDATE help_requests SET "RemindAt" = "AskedAt" + 86400000
                WHERE "AnsweredAt" IS NULL AND "SolvedAt" IS NULL
                """
            );

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "help_cards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_help_cards",
                table: "help_cards",
                columns: new[] { "OutboxId", "RequestId" });

            migrationBuilder.CreateTable(
                name: "help_nudges",
                columns: table => new
                {
                    RequestId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_nudges", x => new { x.PersonId, x.RequestId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_AskedAt",
                table: "help_requests",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_MunicipalityId_AskedAt",
                table: "help_requests",
                columns: new[] { "MunicipalityId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_Region_AskedAt",
                table: "help_requests",
                columns: new[] { "Region", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_RemindAt",
                table: "help_requests",
                column: "RemindAt",
                filter: "\"RemindAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_waiting",
                table: "help_requests",
                column: "AskedAt",
                filter: "\"AnsweredAt\" IS NULL AND \"SolvedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_help_nudges_DueAt",
                table: "help_nudges",
                column: "DueAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_nudges");

            migrationBuilder.DropIndex(
                name: "IX_help_requests_AskedAt",
                table: "help_requests");

            migrationBuilder.DropIndex(
                name: "IX_help_requests_MunicipalityId_AskedAt",
                table: "help_requests");

            migrationBuilder.DropIndex(
                name: "IX_help_requests_Region_AskedAt",
                table: "help_requests");

            migrationBuilder.DropIndex(
                name: "IX_help_requests_RemindAt",
                table: "help_requests");

            migrationBuilder.DropIndex(
                name: "IX_help_requests_waiting",
                table: "help_requests");

            migrationBuilder.DropPrimaryKey(
                name: "PK_help_cards",
                table: "help_cards");

            migrationBuilder.DropColumn(
                name: "AnsweredInMinutes",
                table: "help_requests");

            migrationBuilder.DropColumn(
                name: "RemindAt",
                table: "help_requests");

            migrationBuilder.DropColumn(
                name: "Reminders",
                table: "help_requests");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "help_cards");

            migrationBuilder.AddPrimaryKey(
                name: "PK_help_cards",
                table: "help_cards",
                column: "OutboxId");

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_waiting",
                table: "help_requests",
                column: "SchoolId",
                filter: "\"AnsweredAt\" IS NULL");
        }
    }
}
