using System.Buffers.Binary;

namespace ContactsPS.Client.Tests.Fuzzing;

/// <summary>What the fuzzers found.</summary>
public sealed class FoundTests
{
    private static readonly SyncSubject s_subject = new("https://contacts.example.com/v1/public/", "someone@example.com", "VIP");

    [Theory]
    [InlineData(44)]
    [InlineData(64)]
    [InlineData(72)]
    public void An_xls_whose_header_has_more_sectors_than_the_file_is_refused(int place)
    {
        byte[] workbook = [.. Mutations.Corpus("workbook-compound")[0]];
        BinaryPrimitives.WriteUInt16LittleEndian(workbook.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(workbook.AsSpan(32), 6);
        BinaryPrimitives.WriteUInt32LittleEndian(workbook.AsSpan(place), 4_000_000);

        ContactsException error = Assert.Throws<ContactsException>(() => new WorksheetReader(new MemoryStream(workbook), worksheetName: null));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains("more sectors", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, ushort.MaxValue)]
    [InlineData(30, 31)]
    [InlineData(30, 0)]
    [InlineData(32, ushort.MaxValue)]
    public void An_xls_whose_sectors_have_no_size_that_exists_is_refused(int place, ushort shift)
    {
        byte[] workbook = [.. Mutations.Corpus("workbook-compound")[0]];
        BinaryPrimitives.WriteUInt16LittleEndian(workbook.AsSpan(place), shift);

        ContactsException error = Assert.Throws<ContactsException>(() => new WorksheetReader(new MemoryStream(workbook), worksheetName: null));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains("a size of sectors that doesn't exist", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_of_a_phone_number_has_no_control_characters()
    {
        string message = new PhoneNumberException(PhoneNumberStatus.Unreadable, "06\u001B[31m\t\u202E12").Message;

        Assert.StartsWith("'06?[31m?12' has letters", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(700)]
    public void A_number_with_very_many_dots_is_the_same_in_bytes_and_in_text(int dots)
    {
        string text = $"06.12.34{new string('.', dots)}56.78";
        var normalizer = new PhoneNumberNormalizer("FR");
        Span<char> ofText = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        Span<byte> ofBytes = stackalloc byte[PhoneNumberNormalizer.MaximumLength];

        PhoneNumberStatus status = normalizer.Normalize(text, ofText, out int length);

        Assert.Equal(status, normalizer.Normalize(System.Text.Encoding.ASCII.GetBytes(text), ofBytes, out int lengthOfBytes));
        Assert.Equal(length, lengthOfBytes);
    }

    [Fact]
    public void The_message_of_a_foreign_state_file_has_no_control_characters()
    {
        var foreign = new SyncSubject("https://co\n\u001B[31mntacts.example.com/", "some\u0007one", "V\u202EIP");

        ContactsException error = Assert.Throws<ContactsException>(() => s_subject.Check("state", foreign));

        Assert.Equal(ErrorIds.StateMismatch, error.ErrorId);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Fact]
    public void A_whole_number_of_more_digits_than_are_read_is_no_phone_number()
    {
        Span<char> number = stackalloc char[PhoneNumberNormalizer.MaximumLength];

        PhoneNumberStatus status = new PhoneNumberNormalizer("IT").Normalize($"{new string('7', 65)}.0", number, out int length);

        Assert.Equal((false, 0), (status == PhoneNumberStatus.Ok, length));
    }

    [Theory]
    [InlineData("+03363612345")]
    [InlineData("+033612345678")]
    [InlineData("00033612345678")]
    [InlineData("+01 212 555 0123")]
    public void A_calling_code_with_a_zero_before_it_is_not_read_as_one_without(string text)
    {
        Span<char> number = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        foreach (string? region in new[] { null, "FR", "AR", "IT" })
        {
            PhoneNumberStatus status = new PhoneNumberNormalizer(region).Normalize(text, number, out _);

            Assert.NotEqual(PhoneNumberStatus.Ok, status);
        }
    }

    [Fact]
    public void A_header_with_a_code_point_that_is_no_character_is_read()
    {
        using DelimitedFileReader rows = FileTexts.Reader("phone,n\uFFFEame\n+33612345678,Ann\n");

        var map = ColumnMap.Match(rows.Columns);

        Assert.Equal(0, map[ContactField.PhoneNumber]);
    }

    [Fact]
    public void Errors_about_phone_numbers_are_made_by_several_threads_at_the_same_time()
    {
        string[] numbers = [.. Enumerable.Range(0, 100).Select(index => $"33 6 12 34 {index:00} 78")];

        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            string number = numbers[i % numbers.Length];
            string e164 = $"+{number.Replace(" ", string.Empty, StringComparison.Ordinal)}";
            Assert.Contains(e164, new PhoneNumberException(PhoneNumberStatus.NoRegion, number).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_malformed_JSON_line_has_empty_fields_and_a_problem_that_is_safe_to_show()
    {
        using var rows = new JsonLinesReader(new MemoryStream("{\"phone\":\"+33612345678\"}\nnot json\u001B[31m\n"u8.ToArray()));
        Assert.True(rows.Read());
        Assert.True(rows.Read());

        Assert.DoesNotContain(rows.FindProblem()!, char.IsControl);
        Assert.Equal(string.Empty, rows.GetText(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("\"+336")]
    [InlineData("{\"phone_number\":5}")]
    public void A_pending_file_ends_before_a_record_whose_contact_is_damaged(string contact)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Find("state");
        using (var pending = PendingFile.Open(path))
        {
            pending.Recover(s_subject, _ => { });
            Append("\"+33612345671\"");
            Append(contact);
            pending.EndAppending();

            void Append(string json) => pending.Append(
                new PendingRecord(IsRemoval: true, 42, NumberHashes.None, System.Text.Encoding.UTF8.GetBytes(json), default));
        }

        List<string> numbers = [];
        PendingFile.Read(path, s_subject, record => numbers.Add(record.PhoneNumber));

        Assert.Equal(["+33612345671"], numbers);
    }
}
