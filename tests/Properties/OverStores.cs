using System.Reflection;
using Xunit.Sdk;

namespace Kehu.Properties;

/// <summary>A theory over the kinds of embedded stores, by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OverStoresAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => StoreKinds.All.Map(kind => new object[] { kind.Name });
}
