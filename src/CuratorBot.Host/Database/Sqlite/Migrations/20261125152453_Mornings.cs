using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Mornings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Ladder",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MissedIn",
                table: "reminders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Standing",
                table: "reminders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "heartbeat",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heartbeat", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "morning_wishes",
                columns: table => new
                {
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Hour = table.Column<int>(type: "INTEGER", nullable: false),
                    PausedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_morning_wishes", x => x.PersonId);
                });

            migrationBuilder.CreateTable(
                name: "outages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Missed = table.Column<int>(type: "INTEGER", nullable: false),
                    Digests = table.Column<int>(type: "INTEGER", nullable: false),
                    Obsolete = table.Column<int>(type: "INTEGER", nullable: false),
                    ToldAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outages", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_missed",
                table: "reminders",
                column: "MissedIn",
                filter: "\"State\" = 0 AND \"MissedIn\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "heartbeat");

            migrationBuilder.DropTable(
                name: "morning_wishes");

            migrationBuilder.DropTable(
                name: "outages");

            migrationBuilder.DropIndex(
                name: "IX_reminders_missed",
                table: "reminders");

            migrationBuilder.DropColumn(
                name: "Ladder",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "MissedIn",
                table: "reminders");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "reminders");
        }
    }
}
