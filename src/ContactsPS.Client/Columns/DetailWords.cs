namespace ContactsPS.Client;

/// <summary>Words that make a column something else than a phone number, in the form of <see cref="Vocabulary"/>.</summary>
internal static class DetailWords
{
    /// <summary>Adds the words, with the role of each.</summary>
    public static void AddTo(Dictionary<string, int> words)
    {
        // What makes of a column for a phone one about a phone, and of a number another number.
        Vocabulary.Add(words, WordRole.Detail, """
            en: verified verify verification unverified valid invalid validated validation validity confirmed
                confirmation status state type kind label country code prefix suffix area operator carrier provider
                network consent consented opt opted optin optout subscribed subscriber subscription unsubscribed accept
                accepts accepted accepting agree agreed allow allowed permission marketing preference method channel
                date time timestamp datetime created updated modified sent received delivered count total call called
                calling caller last4 error bounce bounced blocked blacklist blacklisted dnc donot score rating quality
                reason result source note notes comment remark device model brand app version os platform browser url
                link image photo plan language timezone zone region duration minute credit balance cost price template
                campaign message reminder notification alert keyword history log password pin otp token login privacy
                email mail hash hashed sha md5 old former previous enabled disabled active inactive has have is can on
                phonetic yomi yn yesno laptop pc sender wrong bad incorrect missing ok session bill fee content body
                numberofphones numberofphonenumbers numberofmobiles numberofmobilephones numberofcellphones reliability
                metadata
            fr: verifie verifiee valide validee confirme confirmee libelle pays prefixe indicatif operateur reseau
                consentement accord opposition desabonne accepte acceptation refus refuse autorisation autorise heure
                statut etat envoye envoi recu appel nb commentaire remarque modele marque ancien ancienne courriel mel
                joignable horaire rappel motif langue phonetique ordinateur ouinon expediteur nomdutilisateur
                nomutilisateur faux fausse errone erronee incorrecte manquant manquante desinscrit desinscrite
                desinscription frais abonnement forfait contenu texte mobilhome maj misajour nepas motdepasse
            de: verifiziert bestatigt bestaetigt gepruft geprueft gultig gueltig typ art bezeichnung land landesvorwahl
                landervorwahl laendervorwahl vorwahl anbieter netz netzbetreiber einwilligung zustimmung datum zeit
                anruf anrufe gesendet notiz bemerkung modell fruhere fruehere alte janein absender falsch falsche fehlt
                abgemeldet abmeldung gebuhr gebuehr inhalt anrufen
            es: verificado validado valido confirmado tipo etiqueta pais codigo prefijo operador operadora
                consentimiento fecha hora estado llamada llamadas enviado nota comentario modelo acepta correo antiguo
                incorrecto erroneo equivocado contenido
            it: verificato confermato etichetta paese codice prefisso operatore consenso data ora stato chiamata
                chiamate inviato modello accetta vecchio errato sbagliato contenuto
            pt: rotulo ddd ddi prefixo chamada chamadas aceita antigo errado conteudo
            nl: geverifieerd bevestigd soort landcode netnummer kengetal toestemming datum tijd oproep verzonden
                geldig opmerking akkoord oude afzender voorenachternaam fout foute verkeerd inhoud
            """);
        Vocabulary.Add(words, WordRole.OtherNumber, """
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
        Vocabulary.Add(words, WordRole.Street, """
            en: street
            fr: rue voie
            de: strasse str
            es: calle
            it: via
            pt: rua
            nl: straat
            """);
    }
}
