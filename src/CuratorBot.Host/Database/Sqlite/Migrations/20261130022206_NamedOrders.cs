using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CuratorBot.Host.Database.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NamedOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "AsOf",
                table: "status_marks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Order",
                table: "school_profiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_role_assignments_OrderDate",
                table: "role_assignments",
                column: "OrderDate",
                filter: "\"OrderDate\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_role_assignments_OrderDate",
                table: "role_assignments");

            migrationBuilder.DropColumn(
                name: "AsOf",
                table: "status_marks");

            migrationBuilder.DropColumn(
                name: "Order",
                table: "school_profiles");
        }
    }
}
