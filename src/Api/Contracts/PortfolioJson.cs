using System.Text.Json;
using Kehu.Api.Contracts.Json;
using Kehu.Api.Portfolios;
using Kehu.Domain;

namespace Kehu.Api.Contracts;

/// <summary>The portfolio in memory on the wire; what is not known while it is not there is null.</summary>
internal static class PortfolioJson
{
    public static void Write(Utf8JsonWriter json, MirrorState state, long mostBytes, (Portfolio Portfolio, DateTime Since)? inStep, DateOnly today)
    {
        json.WriteStartObject();
        json.WriteString("state"u8, Code(state));
        json.WriteBoolean("inStep"u8, inStep is not null);
        if (inStep is { Portfolio: var portfolio, Since: var since })
        {
            json.WriteStartObject("customers"u8);
            foreach (var kind in CustomerKinds.All)
            {
                json.WriteNumber(kind.Code(), portfolio.Customers(kind));
            }

            json.WriteEndObject();
            json.WriteNumber("bytes"u8, portfolio.Bytes);
            json.WriteNumber("mostBytes"u8, mostBytes);
            json.WriteMoment("since"u8, since);
            json.WriteString("latest"u8, IsoDate.Text(portfolio.Latest));
            json.WriteNumber("ahead"u8, portfolio.LaterThan(today).Count());
            json.WriteString("hash"u8, portfolio.Hash.ToString());
        }
        else
        {
            json.WriteNull("customers"u8);
            json.WriteNull("bytes"u8);
            json.WriteNumber("mostBytes"u8, mostBytes);
            json.WriteNull("since"u8);
            json.WriteNull("latest"u8);
            json.WriteNull("ahead"u8);
            json.WriteNull("hash"u8);
        }

        json.WriteEndObject();
    }

    private static string Code(MirrorState state) => state switch
    {
        MirrorState.Building => "building",
        MirrorState.Ready => "ready",
        MirrorState.Off => "off",
    };
}
