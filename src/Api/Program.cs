return await Kehu.Api.Commands.CommandLine.Run(args);
