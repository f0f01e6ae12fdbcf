using BenchmarkDotNet.Attributes;
using ContactsPS.Client;

namespace ContactsPS.Benchmarks;

/// <summary>One contact onto a batch, as JSON.</summary>
[MemoryDiagnoser]
public class EncodeContact
{
    private const int Count = 200;

    private readonly ContactBatch _batch = new(new CreateContactsRequest(), Count);
    private readonly Contact[] _contacts = new Contact[Count];

    /// <summary>Makes the contacts.</summary>
    [GlobalSetup]
    public void MakeContacts()
    {
        var fields = new string[Contact.FieldCount];
        for (int i = 0; i < Count; i++)
        {
            SampleContact.Read(i, PhoneNumberStyle.E164, fields);
            _contacts[i] = new Contact();
            for (int field = 0; field < fields.Length; field++)
            {
                _contacts[i][(ContactField)field] = fields[field];
            }
        }
    }

    /// <summary>A batch is filled, and emptied for the next.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int Encode()
    {
        foreach (Contact contact in _contacts)
        {
            _batch.Add(contact);
        }

        int length = _batch.GetBody().Length;
        _batch.Clear();
        return length;
    }
}
