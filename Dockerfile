# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/CuratorBot.Host -c Release -r linux-x64 --no-self-contained \
    -p:PublishReadyToRun=true -p:RestoreLockedMode=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Deadlines fall in eleven zones and dates are written in Russian: both come from the system.
RUN apt-get update \
    && apt-get install -y --no-install-recommends tzdata libicu-dev curl \
    && rm -rf /var/lib/apt/lists/*
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false \
    ASPNETCORE_HTTP_PORTS=8080 \
    Storage__DataDirectory=/data
COPY --from=build /app /app
RUN mkdir /data && chown "$APP_UID:$APP_UID" /data
USER $APP_UID
WORKDIR /app
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD curl -fsS http://127.0.0.1:8080/health || exit 1
ENTRYPOINT ["dotnet", "CuratorBot.Host.dll"]
