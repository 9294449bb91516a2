using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PlannedEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "plan_cards",
                columns: table => new
                {
                    OutboxId = table.Column<long>(type: "INTEGER", nullable: false),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_cards", x => x.OutboxId);
                });

            migrationBuilder.CreateTable(
                name: "planned_events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    TypeId = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: false),
                    SchoolId = table.Column<string>(type: "TEXT", nullable: false),
                    MunicipalityId = table.Column<string>(type: "TEXT", nullable: true),
                    Region = table.Column<string>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    Topic = table.Column<string>(type: "TEXT", nullable: true),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ReportId = table.Column<long>(type: "INTEGER", nullable: true),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    StageAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ToldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ToldHour = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    TellAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planned_events", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_plan_cards_PersonId",
                table: "plan_cards",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_plan_cards_PlanId",
                table: "plan_cards",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_planned_events_AuthorId_On",
                table: "planned_events",
                columns: new[] { "AuthorId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_planned_events_MunicipalityId_State_On",
                table: "planned_events",
                columns: new[] { "MunicipalityId", "State", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_planned_events_Region_State_On",
                table: "planned_events",
                columns: new[] { "Region", "State", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_planned_events_SchoolId_On",
                table: "planned_events",
                columns: new[] { "SchoolId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_planned_events_StageAt",
                table: "planned_events",
                column: "StageAt",
                filter: "\"StageAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_planned_events_TellAt",
                table: "planned_events",
                column: "TellAt",
                filter: "\"TellAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plan_cards");

            migrationBuilder.DropTable(
                name: "planned_events");
        }
    }
}
