namespace ContactsPS.Client;

/// <summary>Words that say whose phone or number it is, in the form of <see cref="Vocabulary"/>.</summary>
internal static class OwnerWords
{
    /// <summary>Adds the words, with the role of each.</summary>
    public static void AddTo(Dictionary<string, int> words)
    {
        // Whose phone or number it is.
        Vocabulary.Add(words, WordRole.Holder, """
            en: customer client patient member student employee attendee participant guest visitor lead prospect buyer
                donor candidate applicant tenant resident passenger player volunteer recipient registrant person user
                billing pupil scholar voter citizen traveller traveler booker household learner trainee invitee
                purchaser insured
            fr: membre eleve etudiant etudiante employe salarie adherent adherente abonne abonnee inscrit acheteur
                donateur candidat locataire stagiaire apprenant licencie joueur benevole usager assure passager
                destinataire personne titulaire beneficiaire utilisateur facturation resident residente habitant
                habitante electeur electrice administre administree proprietaire coproprietaire voyageur voyageuse
                demandeur invite participante
            de: kunde kunden mitglied patienten schuler schueler mitarbeiter teilnehmer gast bewerber mieter benutzer
                kundin patientin mitarbeiterin teilnehmerin schulerin schuelerin bewohner eigentumer eigentuemer halter
                burger buerger spieler antragsteller
            es: cliente paciente miembro socio alumno empleado participante comprador candidato titular usuario
                facturacion propietario vecino estudiante alumna socia huesped invitado usuaria interesado afiliado
            it: paziente membro alunno dipendente partecipante acquirente utente fatturazione studente allievo iscritto
                inquilino proprietario ospite condomino tesserato cittadino
            pt: aluno funcionario faturacao faturamento aluna hospede associado formando
            nl: klant klanten lid leerling medewerker deelnemer koper huurder gebruiker facturatie bewoner eigenaar
                inwoner speler werknemer cursist abonnee
            """);
        Vocabulary.Add(words, WordRole.OtherPerson, """
            en: emergency emergencies parent mother father mom mum dad child children kid guardian spouse husband wife
                partner sibling nextofkin kin relative caregiver assistant asst secretary manager supervisor boss agent
                rep doctor physician referrer referral company organization organisation org employer headquarters hq
                school store shop vendor supplier seller sponsor account support helpdesk switchboard tollfree emerg ice
                guarantor carer landlord neighbour neighbor lawyer solicitor broker dentist pharmacy teacher coach nanny
                babysitter grandparent grandmother grandfather driver courier salesperson branch agency clinic practice
                hospital hotel club association parental referee thirdparty recruiter venue vet
            fr: urgence mere pere maman papa enfant fils fille tuteur tutrice responsable resp conjoint conjointe epoux
                epouse mari femme proche prevenir representant assistante secretaire secretariat gestionnaire medecin
                parrain societe entreprise organisme employeur ecole etablissement magasin fournisseur vendeur siege
                garant personneautorisee confiance aidant nounou nourrice voisin voisine gardien gardienne avocat notaire comptable
                courtier agence clinique hopital mairie commune rl president presidente tresorier tresoriere entraineur
            de: notfall mama mutter vater eltern vormund ehepartner ehefrau ehemann angehorige angehoerige assistent
                assistentin sekretariat vorgesetzter arzt firma unternehmen schule lieferant zentrale notfallkontakt
                erziehungsberechtigte erziehungsberechtigter erziehungsberechtigten sorgeberechtigte sorgeberechtigter
                elternteil betreuer betreuerin hausarzt oma opa grosseltern grossmutter grossvater lehrer filiale praxis
                klinik verein
            es: emergencia emergencias madre padre hijo hija tutor tutora conyuge esposo esposa familiar asistente
                gerente medico empresa escuela proveedor centralita apoderado apoderada encargado encargada acudiente
                abuelo abuela urgencia urgencias clinica sucursal agencia colegio tienda
            it: emergenza madre padre figlio figlia genitore genitori tutore coniuge marito moglie assistente medico
                azienda societa scuola fornitore centralino affidatario delegato nonno nonna sede agenzia negozio
            pt: mae pai filho filha responsavel conjuge esposa marido escola fornecedor encarregado encarregada enc ee
                avo emergencia loja filial
            nl: nood noodgeval moeder vader ouder ouders voogd echtgenoot echtgenote arts bedrijf leverancier verzorger
                verzorgster oma opa huisarts vereniging vestiging winkel praktijk
            """);
        Vocabulary.Add(words, WordRole.Home, """
            en: home personal private day daytime evening night own
            fr: domicile maison personnel personnelle perso prive privee dom jour journee soir propre part
            de: privat personlich persoenlich priv eigene eigenes abends tagsuber tagsueber
            es: casa particular residencial domicilio dia noche propio
            it: personale privato privata abitazione
            pt: pessoal proprio
            nl: thuis persoonlijk eigen overdag avond
            """);
        Vocabulary.Add(words, WordRole.Work, """
            en: work office business corporate professional direct desk
            fr: bureau travail professionnel professionnelle pro prof directe trav
            de: firmen dienst dienstlich geschaft geschaeft geschaftlich geschaeftlich arbeit beruflich buro buero gesch
                geschaftl geschaeftl dienstl
            es: trabajo oficina laboral profesional directo ofic
            it: lavoro ufficio uff professionale diretto
            pt: trabalho emprego escritorio profissional comercial trab
            nl: werk kantoor zakelijk zakelijke
            """);
        Vocabulary.Add(words, WordRole.Primary, """
            en: primary main 1st default
            fr: principal principale 1er 1ere 1re pardefaut
            de: haupt primar primaer
            es: primario 1o 1a predeterminado
            it: primaria
            nl: hoofd primair primaire 1e
            """);
        Vocabulary.Add(words, WordRole.Secondary, """
            en: secondary other alternate alternative alt second additional backup spare extra shipping temporary 2nd 3rd
            fr: secondaire autre deuxieme seconde livraison supplementaire 2e 2eme 2nde 3e 3eme
            de: weitere weiteres weiterer zweite zweites zweiter zweit andere anderes sonstige sonstiges lieferung
            es: otro otra segundo segunda secundario secundaria adicional envio 2o 2a 3o 3a
            it: altro altra secondo seconda secondario secondaria alternativo alternativa spedizione
            pt: outro outra entrega
            nl: tweede ander verzending
            """);
    }
}
