using Kehu.Clients;

// dotnet Calls.dll <address of the service> <prefix of the ids that are filed>
using var http = new HttpClient { BaseAddress = new Uri(args[0] + "/") };
var seen = new Seen();
await Calls.All(new Client(http) { BaseUrl = args[0] + "/" }, args[1], seen);
return seen.Tell();
