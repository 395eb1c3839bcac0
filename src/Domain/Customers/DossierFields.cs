namespace Kehu.Domain;

/// <summary>What a customer's file may hold, as service standards ask for it.</summary>
public enum DossierField
{
    Name = 0,
    Contact,
    Address,
    Employer,
    Mobile,
    HomePhone,
    Occupation,
    RiskCharacteristics,
    ProductPreference,
    ManagerNumber,
    ServicePlan,
    Business,
    Needs,
    Feedback,
}

/// <summary>The fields of a customer's file in codes and words.</summary>
public static class DossierFields
{
    /// <summary>The name on the wire.</summary>
    public static string Code(this DossierField field) => field switch
    {
        DossierField.Name => "name",
        DossierField.Contact => "contact",
        DossierField.Address => "address",
        DossierField.Employer => "employer",
        DossierField.Mobile => "mobile",
        DossierField.HomePhone => "home-phone",
        DossierField.Occupation => "occupation",
        DossierField.RiskCharacteristics => "risk-characteristics",
        DossierField.ProductPreference => "product-preference",
        DossierField.ManagerNumber => "manager-number",
        DossierField.ServicePlan => "service-plan",
        DossierField.Business => "business",
        DossierField.Needs => "needs",
        DossierField.Feedback => "feedback",
    };

    /// <summary>The field in words.</summary>
    public static Label Label(this DossierField field) => field switch
    {
        DossierField.Name => new Label("name", "姓名"),
        DossierField.Contact => new Label("contact", "联系方式"),
        DossierField.Address => new Label("home address", "家庭住址"),
        DossierField.Employer => new Label("employer", "单位"),
        DossierField.Mobile => new Label("mobile", "手机号码"),
        DossierField.HomePhone => new Label("home phone", "家庭电话"),
        DossierField.Occupation => new Label("occupation", "职业"),
        DossierField.RiskCharacteristics => new Label("risk characteristics", "风险特征"),
        DossierField.ProductPreference => new Label("product preference", "产品偏好"),
        DossierField.ManagerNumber => new Label("customer manager's number", "客户经理编号"),
        DossierField.ServicePlan => new Label("service plan", "服务方案"),
        DossierField.Business => new Label("kinds and amounts of business", "业务类型及金额"),
        DossierField.Needs => new Label("needs and expectations", "服务需求和期望"),
        DossierField.Feedback => new Label("feedback, complaints and disputes", "评价建议、投诉和纠纷"),
    };

    /// <summary>That a list has each field once.</summary>
    internal static Once<T> OnceEach<T>(Field<T> field, Func<T, DossierField> key) => new(
        Array(field), Array<Field<T>>(), one => key(one), field.Fault("dossier.field-twice", "this field is listed before; list each once", "该栏目已列出；每栏只能列一次"));
}
