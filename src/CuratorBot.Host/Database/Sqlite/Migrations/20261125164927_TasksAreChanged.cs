using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TasksAreChanged : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CancelledAt",
                table: "tasks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CancelledBecause",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CancelledBy",
                table: "tasks",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MunicipalityId",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Region",
                table: "tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "reminder_cards",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Outcome",
                table: "obligations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "obligations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_tasks_Year",
                table: "tasks",
                column: "Year");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_tasks_Year",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "CancelledBecause",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "CancelledBy",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "MunicipalityId",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "Region",
                table: "tasks");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "reminder_cards");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "obligations");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "obligations");
        }
    }
}
