using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>Collects what the meter of the local model records while a test runs.</summary>
internal sealed class MetricCollector : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> _values = new();

    public MetricCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == LocalModelHost.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => _values.Enqueue((instrument.Name, value, tags.ToArray())));
        _listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => _values.Enqueue((instrument.Name, value, tags.ToArray())));
        _listener.Start();
    }

    /// <summary>The one value of an instrument that was recorded for the fake model with a tag.</summary>
    public double Single(string name, (string Key, string Value) tag) => Assert.Single(
        _values,
        value => value.Name == name
            && value.Tags.Contains(new KeyValuePair<string, object?>("gen_ai.request.model", "Fake"))
            && value.Tags.Contains(new KeyValuePair<string, object?>(tag.Key, tag.Value))).Value;

    public void Dispose() => _listener.Dispose();
}
