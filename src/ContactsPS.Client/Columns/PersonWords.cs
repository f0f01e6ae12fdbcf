namespace ContactsPS.Client;

/// <summary>What the names of people are called, and the words that say nothing, in the form of <see cref="Vocabulary"/>.</summary>
internal static class PersonWords
{
    /// <summary>Adds the words, with the role of each.</summary>
    public static void AddTo(Dictionary<string, int> words)
    {
        // Names of people.
        Vocabulary.Add(words, WordRole.FirstName, """
            en: firstname fname givenname forename christianname
            fr: prenom
            es: primernombre nombredepila
            it: primonome
            pt: primeironome prenome nomeproprio
            """);
        Vocabulary.Add(words, WordRole.Forename, """
            de: vorname vornamen rufname
            nl: voornaam voornamen roepnaam
            """);
        Vocabulary.Add(words, WordRole.LastName, """
            en: lastname lname surname familyname familynames
            fr: nomdefamille nomfamille nomdusage nomusage nomusuel patronyme nompatronymique nommarital nomutilise
            de: nachname familienname zuname
            es: apellido apellidopaterno primerapellido
            it: cognome cognomi
            pt: sobrenome ultimonome nomedefamilia
            nl: achternaam familienaam geslachtsnaam
            """);
        // In Brazil apelido is a nickname, in Portugal the last name.
        Vocabulary.Add(words, WordRole.WeakLastName, """
            en: sn
            fr: nomdenaissance nomnaissance nomdejeunefille nomjeunefille
            de: geburtsname
            pt: apelido
            nl: meisjesnaam geboortenaam
            """);
        Vocabulary.Add(words, WordRole.First, """
            en: first given
            de: vor
            """);
        Vocabulary.Add(words, WordRole.Last, """
            en: last
            de: nach
            """);
        Vocabulary.Add(words, WordRole.Name, """
            en: name
            nl: naam
            """);
        Vocabulary.Add(words, WordRole.Nom, """
            fr: nom
            """);
        Vocabulary.Add(words, WordRole.Nome, """
            es: nombre
            it: nome
            """);
        Vocabulary.Add(words, WordRole.Whole, """
            en: full complete whole
            fr: complet
            de: voll vollstandig vollstaendig
            es: completo
            nl: volledig volledige
            """);
        Vocabulary.Add(words, WordRole.Filler, """
            en: the of an my your our please enter provide value and or to in at whatis whats formatted normalized
                normalised sanitized cleaned international intl national local e164 required optional mandatory legal
                custom field cf new current legalname voice raw clean display canonical reach preferably digits
                notlandline notalandline nolandline nonlandline
            fr: de du des la le les en et ou au aux votre vos ma mon quel quelle est obligatoire facultatif veuillez
                saisir indiquer actuel valeur vous nouveau nouvelle depreference pasdefixe pasunfixe pasdenumerofixe
                pasdetelephonefixe
            de: der die das des dem den ein eine ihr ihre ihren mein meine und oder von vom zu zur zum bitte angeben
                pflichtfeld wie lautet wert neue neuer neues deine dein deiner dir ist bevorzugt vorzugsweise
                keinfestnetz keinfestnetzanschluss keinefestnetznummer
            es: del el los las su tu mi un una cual es valor nuevo nueva preferiblemente nofijo
            it: di dello della dei delle dell il lo gli tuo tua suo sua qual quale valore nuovo nuova preferibilmente
                nofisso
            pt: do da dos das ou seu teu novo nova preferencialmente naofixo
            nl: het een van uw jouw je mijn watis waarde nieuw nieuwe bijvoorkeur geenvast
            """);
        Vocabulary.Add(words, WordRole.Explanation, """
            en: with without for if so eg ex example including incl excluding format w
            fr: avec sans pour si afin exemple inclus
            de: mit ohne fur fuer damit inkl beispiel zb
            es: con sin para ejemplo
            it: senza per esempio
            pt: com sem exemplo
            nl: met zonder voor bijv bijvoorbeeld inclusief
            """);
    }
}
