using PowerConnectors.Emulator;

return await EmulatorCommand.Create(Console.Out).Parse(args).InvokeAsync();
