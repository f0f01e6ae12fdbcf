namespace ContactsPS.Client;

/// <summary>Chooses the column of each field among all columns of a map, by what their names say.</summary>
internal sealed class ColumnRecognition
{
    /// <summary>French words in the columns of a list of sales.</summary>
    private static readonly HashSet<string> s_sales = new(StringComparer.Ordinal)
    {
        "total", "montant", "prix", "ttc", "ht", "tva", "frais", "remise", "quantite", "qte", "paiement", "article", "commande", "poids", "colis",
    };

    private readonly ColumnMap _map;
    private readonly IReadOnlyList<string> _names;
    private readonly ColumnReading[] _readings;

    /// <summary>Reads the names of a map.</summary>
    public ColumnRecognition(ColumnMap map)
    {
        _map = map;
        _names = map.Names;
        _readings = new ColumnReading[_names.Count];
        for (int i = 0; i < _readings.Length; i++)
        {
            _readings[i] = new ColumnReading(_names[i]);
        }

        for (int i = 0; i < _readings.Length; i++)
        {
            // Tél. and Port are often next to each other. In a list of sales, Port is what a delivery costs.
            if (_readings[i].IsMark && (IsPhone(i - 1) || IsPhone(i + 1)) && !_names.Any(IsOfSale))
            {
                _readings[i] = new ColumnReading(_names[i], isMarkMobile: true);
            }
        }
    }

    /// <summary>The names of the columns of a fax or a landline, in their order.</summary>
    public List<string> FindLandlines()
    {
        List<string> names = [];
        for (int i = 0; i < _readings.Length; i++)
        {
            if (_readings[i].Roles.HasAny(WordRole.Landline) && !_map.Uses(i))
            {
                names.Add(_names[i]);
            }
        }

        return names;
    }

    /// <summary>
    /// The index of the column that fits a field best. When two columns fit equally well, it is the first. -1 when no
    /// column fits.
    /// </summary>
    /// <param name="field">The field. The first name must have been looked for before the last name.</param>
    /// <param name="warnings">Gets the choices that may be wrong.</param>
    public int Find(ContactField field, List<ColumnWarning> warnings)
    {
        int best = -1;
        int count = 0;
        for (int i = 0; i < _readings.Length; i++)
        {
            if (Fits(i, field))
            {
                count++;
                best = best < 0 || _readings[i].Rank < _readings[best].Rank ? i : best;
            }
        }

        if (count > 1 || (best >= 0 && _readings[best].Doubt is not null))
        {
            Warn(field, best, warnings);
        }

        return best;
    }

    private bool Fits(int column, ContactField field)
    {
        ColumnReading reading = _readings[column];
        if (reading.Rank < 0 || reading.Field != field || _map.Uses(column))
        {
            return false;
        }

        if (field == ContactField.PhoneNumber && reading.Rank >= PhoneNumberName.NumberOnly)
        {
            // A number beside a street or an address is a house number.
            return !IsAddress(column - 1) && !IsAddress(column + 1);
        }

        if (field == ContactField.LastName && reading.Rank >= PersonName.NameOnly)
        {
            return _map[ContactField.FirstName] is >= 0 and int first && (reading.Roles | _readings[first].Roles).HasAny(WordRole.Forename | WordRole.Nom);
        }

        return true;
    }

    private static bool IsOfSale(string name) => NameWords.Fold(name).Split(NameWords.Blank, NameWords.Joint).Any(s_sales.Contains);

    private bool IsPhone(int column) => column >= 0 && column < _readings.Length
        && _readings[column].Roles.HasAny(WordRole.Phone | WordRole.Mobile | WordRole.Landline);

    private bool IsAddress(int column) => column >= 0 && column < _readings.Length && _readings[column].IsAddress;

    private void Warn(ContactField field, int chosen, List<ColumnWarning> warnings)
    {
        List<string> equals = [];
        List<string> phones = [];
        for (int i = 0; i < _readings.Length; i++)
        {
            if (i == chosen || !Fits(i, field))
            {
                continue;
            }

            int rank = _readings[i].Rank;
            if (rank / ColumnRank.Step == _readings[chosen].Rank / ColumnRank.Step)
            {
                equals.Add(_names[i]);
            }
            else if (field == ContactField.PhoneNumber && rank < PhoneNumberName.NumberOnly)
            {
                phones.Add(_names[i]);
            }
        }

        string name = _names[chosen];
        if (equals.Count > 0)
        {
            warnings.Add(new ColumnWarning(ColumnWarningKind.CloseChoice, field, name, equals));
        }

        if (phones.Count > 0)
        {
            warnings.Add(new ColumnWarning(ColumnWarningKind.UnusedPhones, field, name, phones));
        }

        if (_readings[chosen].Doubt is { } doubt)
        {
            warnings.Add(new ColumnWarning(doubt, field, name, []));
        }
    }
}
