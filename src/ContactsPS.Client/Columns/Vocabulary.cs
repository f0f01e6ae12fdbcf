namespace ContactsPS.Client;

/// <summary>
/// The words that columns are recognised by. A word is written as <see cref="NameWords"/> makes it: lower case, no
/// accents. One that is written in several parts (<c>first name</c>, <c>land-line</c>, <c>WhatsApp</c>) is written as
/// one here. A plural that ends with s, and compounds of these words (<c>Mobilfunknummer</c>), are found without being
/// listed. Each line begins with the language of its words.
/// </summary>
internal static class Vocabulary
{
    // The roles are kept as int: a dictionary of these is compiled already, which one of a type of ours never is.
    private static readonly Dictionary<string, int> s_words = Build();

    /// <summary>The role of a word. None when it is not in the vocabulary.</summary>
    public static WordRole Find(string word)
    {
        if (s_words.TryGetValue(word, out int role)
            || (word.Length > 3 && word[^1] == 's' && s_words.TryGetValue(word[..^1], out role)))
        {
            return (WordRole)(uint)role;
        }

        return WordRole.None;
    }

    private static Dictionary<string, int> Build()
    {
        var words = new Dictionary<string, int>(1500, StringComparer.Ordinal);

        // What a phone is called.
        Add(words, WordRole.Mobile, """
            en: mobile mob cell cellular cellphone handphone smartphone iphone gsm msisdn
            fr: portable natel cellulaire
            de: handy mobil mobilfunk
            es: movil moviles celular celulares cel
            it: cellulare cellulari telefonino
            pt: telemovel telemoveis tlm
            nl: mobiel mobiele
            """);
        Add(words, WordRole.Messaging, """
            en: sms
            fr: texto
            """);
        Add(words, WordRole.Chat, """
            en: whatsapp
            """);
        Add(words, WordRole.MobileMark, """
            fr: port
            """);
        Add(words, WordRole.Phone, """
            en: phone telephone tel ph
            fr: teleph tph numerodappel numeroappel numerotelephonique contacttelephonique coordonneestelephoniques
            de: telefon fon rufnummer rufnummern rufnr
            es: telefono fono tlf tlfn tlfno tfn tfno tfono telf numerotelefonico contactotelefonico
            it: telefoni recapitotelefonico contattotelefonico
            pt: telefone fone telef contatotelefonico
            nl: telefoon
            """);
        Add(words, WordRole.Number, """
            en: number num
            fr: numero
            de: nummer nummern
            it: numeri
            """);
        Add(words, WordRole.NumberMark, """
            en: no n
            de: nr
            es: nro
            """);
        Add(words, WordRole.Contact, """
            en: contact
            de: kontakt
            es: contacto
            it: contatto
            pt: contato
            """);
        Add(words, WordRole.Landline, """
            en: fax telefax facsimile landline wireline telex pager beeper isdn tty tdd voip ip extension ext extn
                extens radio
            fr: fixe telecopie telecopieur poste minitel radiotelephone
            de: festnetz durchwahl nebenstelle
            es: fijo fija anexo
            it: fisso fissa interno
            pt: fixo fixa ramal
            nl: vast vaste
            """);

        // Whose phone or number it is.
        Add(words, WordRole.Holder, """
            en: customer client patient member student employee attendee participant guest visitor lead prospect buyer
                donor candidate applicant tenant resident passenger player volunteer recipient registrant person user
                billing
            fr: membre eleve etudiant etudiante employe salarie adherent adherente abonne abonnee inscrit acheteur
                donateur candidat locataire stagiaire apprenant licencie joueur benevole usager assure passager
                destinataire personne titulaire beneficiaire utilisateur facturation
            de: kunde kunden mitglied patienten schuler schueler mitarbeiter teilnehmer gast bewerber mieter benutzer
            es: cliente paciente miembro socio alumno empleado participante comprador candidato titular usuario
                facturacion
            it: paziente membro alunno dipendente partecipante acquirente utente fatturazione
            pt: aluno funcionario faturacao faturamento
            nl: klant klanten lid leerling medewerker deelnemer koper huurder gebruiker facturatie
            """);
        Add(words, WordRole.OtherPerson, """
            en: emergency emergencies parent mother father mom mum dad child children kid guardian spouse husband wife
                partner sibling nextofkin kin relative caregiver assistant asst secretary manager supervisor boss
                agent rep doctor physician referrer referral company organization organisation org employer
                headquarters hq school store shop vendor supplier seller sponsor account support helpdesk switchboard
                tollfree
            fr: urgence mere pere maman papa enfant fils fille tuteur tutrice responsable resp conjoint conjointe
                epoux epouse mari femme proche prevenir representant assistante secretaire secretariat gestionnaire
                medecin parrain societe entreprise organisme employeur ecole etablissement magasin fournisseur vendeur
                siege
            de: notfall mutter vater eltern vormund ehepartner ehefrau ehemann angehorige angehoerige assistent
                assistentin sekretariat vorgesetzter arzt firma unternehmen schule lieferant zentrale
            es: emergencia emergencias madre padre hijo hija tutor tutora conyuge esposo esposa familiar asistente
                gerente medico empresa escuela proveedor centralita
            it: emergenza madre padre figlio figlia genitore genitori tutore coniuge marito moglie assistente medico
                azienda societa scuola fornitore centralino
            pt: mae pai filho filha responsavel conjuge esposa marido escola fornecedor
            nl: nood noodgeval moeder vader ouder ouders voogd echtgenoot echtgenote arts bedrijf leverancier
            """);
        Add(words, WordRole.Home, """
            en: home personal private day daytime evening night
            fr: domicile maison personnel personnelle perso prive privee
            de: privat personlich persoenlich
            es: casa particular residencial domicilio
            it: personale privato privata abitazione
            pt: pessoal
            nl: thuis persoonlijk
            """);
        Add(words, WordRole.Work, """
            en: work office business corporate professional direct desk
            fr: bureau travail professionnel professionnelle pro prof directe
            de: firmen dienst dienstlich geschaft geschaeft geschaftlich geschaeftlich arbeit beruflich buro buero
            es: trabajo oficina laboral profesional directo
            it: lavoro ufficio uff professionale diretto
            pt: trabalho emprego escritorio profissional comercial
            nl: werk kantoor zakelijk zakelijke
            """);
        Add(words, WordRole.Primary, """
            en: primary main 1st
            fr: principal principale 1er 1ere 1re
            de: haupt primar primaer
            es: primario 1o 1a
            it: primaria
            nl: hoofd primair primaire 1e
            """);
        Add(words, WordRole.Secondary, """
            en: secondary other alternate alternative alt second additional backup spare extra shipping temporary 2nd 3rd
            fr: secondaire autre deuxieme seconde livraison supplementaire 2e 2eme 2nde 3e 3eme
            de: weitere weiteres weiterer zweite zweites zweiter zweit andere anderes sonstige sonstiges lieferung
            es: otro otra segundo segunda secundario secundaria adicional envio 2o 2a 3o 3a
            it: altro altra secondo seconda secondario secondaria alternativo alternativa spedizione
            pt: outro outra entrega
            nl: tweede ander verzending
            """);

        // What makes of a column for a phone one about a phone, and of a number another number.
        Add(words, WordRole.Detail, """
            en: verified verify verification unverified valid invalid validated validation validity confirmed
                confirmation status state type kind label country code prefix suffix area operator carrier provider
                network consent consented opt opted optin optout subscribed subscriber subscription unsubscribed
                accept accepts accepted accepting agree agreed allow allowed permission marketing preference method
                channel date time timestamp datetime created updated modified sent received delivered count total call
                called calling caller last4 error bounce bounced blocked blacklist blacklisted dnc donot score rating
                quality reason result source note notes comment remark device model brand app version os platform
                browser url link image photo plan language timezone zone region duration minute credit balance cost
                price template campaign message reminder notification alert keyword history log password pin otp token
                login privacy email mail hash hashed sha md5 old former previous enabled disabled active inactive has
                have is can on phonetic yomi yn yesno laptop pc sender
                wrong bad incorrect missing ok session bill fee content body
                numberofphones numberofphonenumbers numberofmobiles numberofmobilephones numberofcellphones
            fr: verifie verifiee valide validee confirme confirmee libelle pays prefixe indicatif operateur reseau
                consentement accord opposition desabonne accepte acceptation refus refuse autorisation autorise heure
                statut etat envoye envoi recu appel nb commentaire remarque modele marque ancien ancienne courriel mel
                joignable horaire rappel motif langue phonetique ordinateur ouinon expediteur nomdutilisateur
                nomutilisateur faux fausse errone erronee incorrecte manquant manquante desinscrit desinscrite
                desinscription frais abonnement forfait contenu texte mobilhome
            de: verifiziert bestatigt bestaetigt gepruft geprueft gultig gueltig typ art bezeichnung land
                landesvorwahl landervorwahl laendervorwahl vorwahl anbieter netz netzbetreiber einwilligung zustimmung
                datum zeit anruf anrufe gesendet notiz bemerkung modell fruhere fruehere alte janein absender
                falsch falsche fehlt abgemeldet abmeldung gebuhr gebuehr inhalt
            es: verificado validado valido confirmado tipo etiqueta pais codigo prefijo operador operadora
                consentimiento fecha hora estado llamada llamadas enviado nota comentario modelo acepta correo antiguo
                incorrecto erroneo equivocado contenido
            it: verificato confermato etichetta paese codice prefisso operatore consenso data ora stato chiamata
                chiamate inviato modello accetta vecchio errato sbagliato contenuto
            pt: rotulo ddd ddi prefixo chamada chamadas aceita antigo errado conteudo
            nl: geverifieerd bevestigd soort landcode netnummer kengetal toestemming datum tijd oproep verzonden
                geldig opmerking akkoord oude afzender fout foute verkeerd inhoud
            """);
        Add(words, WordRole.OtherNumber, """
            en: id ident identifier uid uuid guid key ref reference vat tax fiscal invoice contract card passport
                licence license imei imsi iccid sim serial postal zip postcode house room flat iban bic bank order
                ticket case policy tracking plate ssn insurance sku ean isbn item product nationalnumber nationalno
            fr: identifiant siren siret tva facture contrat carte passeport permis serie cp chambre rib banque compte
                commande dossier colis matricule immatriculation nss article produit
                numeronational
            de: referenz ust ustid mwst steuer rechnung rechnungs vertrag vertrags karte karten ausweis serien plz
                haus zimmer konto bestell bestellung auftrag auftrags artikel versicherung versicherungs
            es: referencia iva factura contrato tarjeta pasaporte cuenta pedido dni nif cif producto
            it: riferimento fattura contratto carta cap conto ordine fiscale prodotto
            pt: fatura cartao conta encomenda cpf cnpj
            nl: btw factuur kaart huis rekening bestelling bsn
            """);
        Add(words, WordRole.Street, """
            en: street
            fr: rue voie
            de: strasse str
            es: calle
            it: via
            pt: rua
            nl: straat
            """);

        // Names of people.
        Add(words, WordRole.FirstName, """
            en: firstname fname givenname forename christianname
            fr: prenom
            es: primernombre nombredepila
            it: primonome
            pt: primeironome prenome nomeproprio
            """);
        Add(words, WordRole.Forename, """
            de: vorname vornamen rufname
            nl: voornaam voornamen roepnaam
            """);
        Add(words, WordRole.LastName, """
            en: lastname lname surname familyname
            fr: nomdefamille nomfamille nomdusage nomusage nomusuel patronyme nompatronymique nommarital
            de: nachname familienname zuname
            es: apellido
            it: cognome cognomi
            pt: sobrenome ultimonome nomedefamilia
            nl: achternaam familienaam
            """);
        // In Brazil apelido is a nickname, in Portugal the last name.
        Add(words, WordRole.WeakLastName, """
            en: sn
            fr: nomdenaissance nomnaissance nomdejeunefille nomjeunefille
            pt: apelido
            """);
        Add(words, WordRole.First, """
            en: first given
            de: vor
            """);
        Add(words, WordRole.Last, """
            en: last
            de: nach
            """);
        Add(words, WordRole.Name, """
            en: name
            nl: naam
            """);
        Add(words, WordRole.Nom, """
            fr: nom
            """);
        Add(words, WordRole.Nome, """
            es: nombre
            it: nome
            """);
        Add(words, WordRole.Whole, """
            en: full complete whole
            fr: complet
            de: voll vollstandig vollstaendig
            es: completo
            nl: volledig volledige
            """);

        // What says nothing.
        Add(words, WordRole.Filler, """
            en: the of an my your our please enter provide value and or to in at whatis whats formatted normalized
                normalised sanitized cleaned international intl national local e164 required optional mandatory legal
                custom field cf new current legalname
            fr: de du des la le les en et ou au aux votre vos ma mon quel quelle est obligatoire facultatif veuillez
                saisir indiquer actuel
            de: der die das des dem den ein eine ihr ihre ihren mein meine und oder von vom zu zur zum bitte angeben
                pflichtfeld wie lautet
            es: del el los las su tu mi un una cual es
            it: di dello della dei delle dell il lo gli tuo tua suo sua qual quale
            pt: do da dos das ou seu teu
            nl: het een van uw jouw je mijn watis
            """);
        Add(words, WordRole.Explanation, """
            en: with without for if so eg ex example including incl excluding format
            fr: avec sans pour si afin exemple inclus
            de: mit ohne fur fuer damit inkl beispiel zb
            es: con sin para ejemplo
            it: senza per esempio
            pt: com sem exemplo
            nl: met zonder voor bijv bijvoorbeeld inclusief
            """);

        return words;
    }

    private static void Add(Dictionary<string, int> words, WordRole role, string text)
    {
        // By hand: the first long text that String.Split takes apart in a process costs more than all the rest here.
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] > ' ')
            {
                continue;
            }

            if (i > start && text[i - 1] != ':')
            {
                // Several languages may share a word; they must mean the same by it.
                string word = text[start..i];
                if (!words.TryAdd(word, (int)role) && words[word] != (int)role)
                {
                    throw new InvalidOperationException($"'{word}' has two roles: {(WordRole)(uint)words[word]} and {role}.");
                }
            }

            start = i + 1;
        }
    }
}
