using System.Collections;
using System.Collections.Specialized;
using System.Data;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests;

/// <summary>The kinds of input objects.</summary>
public sealed class InputKindTests : IDisposable
{
    private readonly ModuleShell _shell = new();

    public static TheoryData<object> Kinds =>
    [
        Rows.Row(("phone_number", "+33612345678"), ("first_name", "Zoé"), ("param1", "A")),
        new Hashtable { ["phone_number"] = "+33612345678", ["first_name"] = "Zoé", ["param1"] = "A" },
        new OrderedDictionary { ["phone_number"] = "+33612345678", ["first_name"] = "Zoé", ["param1"] = "A" },
        new Dictionary<string, object>(StringComparer.Ordinal) { ["Phone"] = "+33612345678", ["FirstName"] = "Zoé", ["Param1"] = "A" },
        new Person("+33612345678", "Zoé", "A"),
        MakeDataRow(),
        MakeDataRow().Table.DefaultView[0],
    ];

    public void Dispose() => _shell.Dispose();

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Every_kind_of_object_gives_the_same_contact(object input)
    {
        JsonObject contact = Assert.Single(Contacts("$rows | ConvertTo-ContactRequest", input));

        Assert.Equal("""{"phone_number":"+33612345678","first_name":"Zoé","param1":"A"}""", contact.ToJsonString(Json.Plain));
    }

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Every_kind_of_object_can_be_given_as_a_parameter(object input)
    {
        Assert.Single(Contacts("ConvertTo-ContactRequest -InputObject $rows[0]", input));
    }

    [Fact]
    public void The_contact_of_New_ContactObject_is_sent_with_all_its_fields()
    {
        JsonObject contact = Assert.Single(Contacts(
            "New-ContactObject '06 12 34 56 78' -FirstName a -LastName b -Param1 c -Param2 d -Param3 e -Param4 f -Param5 g -DefaultRegion FR | ConvertTo-ContactRequest"));

        Assert.Equal(
            """{"phone_number":"+33612345678","first_name":"a","last_name":"b","param1":"c","param2":"d","param3":"e","param4":"f","param5":"g"}""",
            contact.ToJsonString(Json.Plain));
    }

    [Fact]
    public void The_fields_can_be_given_as_parameters()
    {
        JsonObject contact = Assert.Single(Contacts(
            "ConvertTo-ContactRequest -PhoneNumber '06 12 34 56 78' -FirstName a -LastName b -Param1 c -Param2 d -Param3 e -Param4 f -Param5 g -DefaultRegion FR"));

        Assert.Equal(
            """{"phone_number":"+33612345678","first_name":"a","last_name":"b","param1":"c","param2":"d","param3":"e","param4":"f","param5":"g"}""",
            contact.ToJsonString(Json.Plain));
    }

    [Fact]
    public void An_instance_of_a_PowerShell_class_is_accepted()
    {
        JsonObject contact = Assert.Single(Contacts(
            "class Customer { [string] $Mobile = '+33612345678'; [string] $Surname = 'Noël' }; [Customer]::new() | ConvertTo-ContactRequest"));

        Assert.Equal("Noël", (string)contact["last_name"]!);
    }

    [Theory]
    [InlineData("'+33612345678'")]
    [InlineData("'06 12 34 56 78'")]
    [InlineData("612345678")]
    [InlineData("33612345678L")]
    [InlineData("33612345678.0")]
    [InlineData("[decimal] 33612345678")]
    [InlineData("[bigint] 33612345678")]
    public void A_string_or_number_is_a_phone_number(string literal)
    {
        JsonObject contact = Assert.Single(Contacts($"{literal} | ConvertTo-ContactRequest -DefaultRegion FR"));

        Assert.Equal("""{"phone_number":"+33612345678"}""", contact.ToJsonString(Json.Plain));
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("''")]
    [InlineData("'  '")]
    [InlineData("[pscustomobject]@{ phone = $null }")]
    [InlineData("[pscustomobject]@{ phone = '' }")]
    [InlineData("[pscustomobject]@{ phone = [DBNull]::Value }")]
    [InlineData("@{ phone = '' }")]
    public void A_contact_without_a_number_is_an_error_and_the_next_is_accepted(string input)
    {
        ShellResult result = _shell.Run($"({input}), '+33612345678' | ConvertTo-ContactRequest");

        Assert.Equal(["PhoneNumberMissing"], result.ErrorIds());
        Assert.Equal("""{"contacts":[{"phone_number":"+33612345678"}]}""", Assert.Single(result.Output).BaseObject);
    }

    [Theory]
    [InlineData("@($rows)")]
    [InlineData("[Collections.Generic.List[object]]$rows")]
    [InlineData("[Collections.ArrayList]$rows")]
    public void A_collection_given_as_a_parameter_is_enumerated(string collection)
    {
        Assert.Equal(3, Contacts($"ConvertTo-ContactRequest -InputObject ({collection})", [.. Rows.Contacts(3)]).Length);
    }

    [Theory]
    [InlineData("$list = [Collections.Generic.HashSet[object]]::new(); $rows.ForEach({ $null = $list.Add($_) }); , $list")]
    [InlineData("$list = [Collections.Queue]::new(); $rows.ForEach({ $list.Enqueue($_) }); , $list")]
    [InlineData(", @($rows[0], @(, @($rows[1], @())), [Collections.ArrayList]@($rows[2]))")]
    [InlineData("$list = [Data.DataTable]::new(); $null = $list.Columns.Add('phone'); $rows.ForEach({ $null = $list.Rows.Add($_.phone) }); , $list")]
    [InlineData("$list = [Data.DataTable]::new(); $null = $list.Columns.Add('phone'); $rows.ForEach({ $null = $list.Rows.Add($_.phone) }); , @(, $list)")]
    public void A_list_of_any_kind_in_the_pipeline_is_taken_apart(string list)
    {
        string[] numbers = ["+33612345671", "+33612345672", "+33612345673"];

        JsonObject[] contacts = Contacts($"& {{ {list} }} | ConvertTo-ContactRequest", [.. numbers.Select(number => Rows.Row(("phone", number)))]);

        Assert.Equal(numbers, contacts.Select(contact => (string?)contact["phone_number"]));
    }

    [Fact]
    public void An_ExpandoObject_is_one_contact()
    {
        JsonObject[] contacts = Contacts(
            "$contact = [Dynamic.ExpandoObject]::new(); $contact.Portable = '+33612345671'; $contact.Nom = 'Martin'; , $contact | ConvertTo-ContactRequest");

        Assert.Equal("""{"phone_number":"+33612345671","last_name":"Martin"}""", Assert.Single(contacts).ToJsonString(Json.Plain));
    }

    [Fact]
    public void An_empty_collection_given_as_a_parameter_gives_no_contact()
    {
        ShellResult result = _shell.Run("ConvertTo-ContactRequest -InputObject @()");

        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void The_properties_of_a_later_object_of_another_shape_are_sent()
    {
        JsonObject[] contacts = Contacts(
            "$rows | ConvertTo-ContactRequest",
            Rows.Row(("phone", "+33612345671")),
            Rows.Row(("first_name", "B"), ("phone", "+33612345672")),
            new Hashtable { ["Portable"] = "+33612345673", ["param5"] = "five" },
            "+33612345674",
            Rows.Row(("phone", "+33612345675")));

        Assert.Equal(
            [
                """{"phone_number":"+33612345671"}""",
                """{"phone_number":"+33612345672","first_name":"B"}""",
                """{"phone_number":"+33612345673","param5":"five"}""",
                """{"phone_number":"+33612345674"}""",
                """{"phone_number":"+33612345675"}""",
            ],
            contacts.Select(contact => contact.ToJsonString(Json.Plain)));
    }

    [Fact]
    public void The_error_of_a_later_object_without_a_phone_number_names_its_properties()
    {
        ShellResult result = _shell.Run("$rows | ConvertTo-ContactRequest", [Rows.Row(("phone", "+33612345671")), Rows.Row(("Ville", "Lyon"), ("Nom", "Robin"))]);

        ErrorRecord error = result.OneError("PhoneNumberMissing");
        Assert.Contains("Ville, Nom", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_target_of_an_error_is_the_input_object()
    {
        object?[] rows = [Rows.Row(("phone", "x")), new Hashtable { ["phone"] = "x" }, new Person("x", "y", "z"), "x", 5, MakeDataRow("x")];

        ShellResult result = _shell.Run("$rows | ConvertTo-ContactRequest", rows);

        Assert.Equal(Enumerable.Repeat("PhoneNumberInvalid", 6), result.ErrorIds());
        Assert.Equal(rows, result.Errors.Select(error => error.TargetObject));
        Assert.Same(rows[0], result.Errors[0].TargetObject);
        Assert.Same(rows[2], result.Errors[2].TargetObject);
    }

    [Fact]
    public void Values_other_than_strings_are_sent_in_the_invariant_culture()
    {
        JsonObject[] contacts = Contacts(
            """
            [cultureinfo]::CurrentCulture = 'fr-FR'
            if ((1.5).ToString() -ne '1,5') { throw 'The culture is another.' }
            $rows | ConvertTo-ContactRequest -DefaultRegion FR
            """,
            Rows.Row(
                ("phone", 33612345678L),
                ("first_name", 1234.5),
                ("last_name", new DateTime(2026, 12, 31, 23, 59, 58, DateTimeKind.Unspecified)),
                ("param1", -1234567),
                ("param2", 0.1m),
                ("param3", DBNull.Value),
                ("param4", DayOfWeek.Monday),
                ("param5", true)));

        Assert.Equal(
            """{"phone_number":"+33612345678","first_name":"1234.5","last_name":"2026-12-31 23:59:58","param1":"-1234567","param2":"0.1","param4":"Monday","param5":"True"}""",
            Assert.Single(contacts).ToJsonString(Json.Plain));
    }

    [Fact]
    public void A_property_that_throws_is_an_error_of_its_contact_only()
    {
        ShellResult result = _shell.Run("$rows | ConvertTo-ContactRequest", [new Person("+33612345671", "A", "a"), new Faulty(), new Person("+33612345672", "B", "b")]);

        Assert.Null(result.Thrown);
        Assert.Same(result.Errors[0].TargetObject.GetType(), typeof(Faulty));
        Assert.Single(result.Errors);
        Assert.Equal(2, Json.Contacts(result).Length);
    }

    private JsonObject[] Contacts(string script, params object?[] rows) => Json.Contacts(_shell.Run(script, rows));

    private static DataRow MakeDataRow(string phone = "+33612345678")
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("Phone");
        table.Columns.Add("Prénom");
        table.Columns.Add("param1");
        table.Columns.Add("param2", typeof(int));
        return table.Rows.Add(phone, "Zoé", "A", DBNull.Value);
    }

    private sealed record Person(string MobilePhone, string GivenName, string Param1);

    private sealed class Faulty
    {
        public string MobilePhone => "+33612345679";

        public string GivenName => throw new InvalidOperationException("It is broken.");

        public string Param1 => "p";
    }
}
