using Microsoft.Playwright;

namespace Demarche.Tests.Record;

/// <summary>Debian's Chromium, started once for the tests of a class. Where it is not installed they are skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Headless = true,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader", "--use-angle=swiftshader"],
        });
    }

    public async Task<IPage> Open(string page, ColorScheme scheme = ColorScheme.Light, int width = 1440, int height = 1000)
    {
        Assert.SkipWhen(_browser is null, $"{Executable} is not installed (apt-get install chromium)");
        var context = await _browser!.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
        var tab = await context.NewPageAsync();
        tab.SetDefaultTimeout(60_000);
        var path = Path.Combine(Path.GetTempPath(), $"demarche-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(path, page);
        try
        {
            await tab.GotoAsync(new Uri(path).AbsoluteUri);
        }
        finally
        {
            File.Delete(path);
        }
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
