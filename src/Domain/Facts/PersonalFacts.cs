using static Kehu.Domain.Make;

namespace Kehu.Domain;

/// <summary>Facts of personal customers. Source: the fact catalogue, "Personal".</summary>
public static class PersonalFacts
{
    public static readonly Fact.Day BirthDate = Of(
        "birthDate", "P=", "birth date", "出生日期",
        "from which the age follows", "据以计算年龄")
        .PastDay();

    public static readonly Fact.Choice Gender = Of(
        "gender", "P=", "gender", "性别",
        "gender as stated", "客户申报的性别")
        .Choice(
            ("female", "female", "女"),
            ("male", "male", "男"),
            ("unstated", "unstated", "未说明"));

    public static readonly Fact.Choice Occupation = Of(
        "occupation", "P", "occupation", "职业",
        "occupation as stated", "客户申报的职业")
        .Choice(
            ("business-owner", "business owner", "企业主"),
            ("white-collar", "white-collar", "白领"),
            ("professional-manager", "professional manager", "职业经理人"),
            ("civil-servant", "civil servant", "公务员"),
            ("worker", "worker", "工人"),
            ("farmer", "farmer", "农民"),
            ("student", "student", "学生"),
            ("retired", "retired", "退休"),
            ("other", "other", "其他"));

    public static readonly Fact.Amount AnnualIncome = Of(
        "annualIncome", "↑", "annual income", "年收入",
        "annual income", "年收入")
        .Balance();

    public static readonly Fact.Grade CreditGrade = Of(
        "creditGrade", "↑", "credit grade", "信用等级",
        "personal credit grade", "个人信用等级")
        .Grade(
            ("poor", "poor", "差"),
            ("fair", "fair", "一般"),
            ("good", "good", "良好"),
            ("excellent", "excellent", "优秀"));

    public static readonly Fact.Grade RiskLevel = Of(
        "riskLevel", "", "risk level", "风险承受能力",
        "risk-bearing capacity", "风险承受能力等级")
        .Grade(
            ("c1", "C1", "C1"),
            ("c2", "C2", "C2"),
            ("c3", "C3", "C3"),
            ("c4", "C4", "C4"),
            ("c5", "C5", "C5"));

    public static Arr<Fact> All { get; } = Array<Fact>(BirthDate, Gender, Occupation, AnnualIncome, CreditGrade, RiskLevel);

    private static FactHead Of(string name, string marks, string en, string zh, string meaningEn, string meaningZh) =>
        Head(FactScope.Personal, name, marks, en, zh, meaningEn, meaningZh);
}
