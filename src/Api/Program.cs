return await Kehu.Api.CommandLine.Run(args);
