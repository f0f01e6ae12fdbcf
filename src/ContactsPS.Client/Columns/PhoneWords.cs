namespace ContactsPS.Client;

/// <summary>What phones and numbers are called, in the form of <see cref="Vocabulary"/>.</summary>
internal static class PhoneWords
{
    /// <summary>Adds the words, with the role of each.</summary>
    public static void AddTo(Dictionary<string, int> words)
    {
        // What a phone is called.
        Vocabulary.Add(words, WordRole.Mobile, """
            en: mobile mob cell cellular cellphone handphone smartphone iphone gsm msisdn cellolar mobileline
            fr: portable natel cellulaire lignemobile
            de: handy mobil mobilfunk
            es: movil moviles celular celulares cel mov
            it: cellulare cellulari telefonino
            pt: telemovel telemoveis tlm telem telm
            nl: mobiel mobiele 06nummer
            """);
        Vocabulary.Add(words, WordRole.Messaging, """
            en: sms
            fr: texto
            """);
        Vocabulary.Add(words, WordRole.Chat, """
            en: whatsapp whatsap watsapp wpp
            """);
        Vocabulary.Add(words, WordRole.MobileMark, """
            en: m
            fr: port
            """);
        Vocabulary.Add(words, WordRole.Phone, """
            en: phone telephone tel ph phn
            fr: teleph tph numerodappel numeroappel numerotelephonique contacttelephonique coordonneestelephoniques
            de: telefon fon rufnummer rufnummern rufnr
            es: telefono fono tlf tlfn tlfno tfn tfno tfono telf numerotelefonico contactotelefonico
            it: telefoni recapitotelefonico contattotelefonico
            pt: telefone fone telef contatotelefonico
            nl: telefoon
            """);
        Vocabulary.Add(words, WordRole.Number, """
            en: number num
            fr: numero
            de: nummer nummern
            it: numeri
            """);
        Vocabulary.Add(words, WordRole.NumberMark, """
            en: no n
            de: nr
            es: nro
            """);
        Vocabulary.Add(words, WordRole.Contact, """
            en: contact
            de: kontakt
            es: contacto
            it: contatto
            pt: contato
            """);
        Vocabulary.Add(words, WordRole.Landline, """
            en: fax telefax facsimile landline wireline telex pager beeper isdn tty tdd voip ip extension ext extn
                extens radio fixed fixedline
            fr: fixe telecopie telecopieur poste minitel radiotelephone fix
            de: festnetz durchwahl nebenstelle festn
            es: fijo fija anexo
            it: fisso fissa interno
            pt: fixo fixa ramal
            nl: vast vaste
            """);
    }
}
