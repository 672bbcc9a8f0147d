internal import ByteText
internal import Localization

/// The languages of ISO 639-1, and some that are spoken or signed in Quebec: their tags, their codes of three letters,
/// and their names in French and English.
enum LanguageNames {
    /// A language that has a name here.
    struct Entry {
        let tag: String
        let threeLetters: String
        let label: Texts
    }

    /// All of them, by tag.
    static let all: [Entry] = table.split(separator: ";").compactMap { line in
        let parts = line.split(separator: "|").map(String.init)
        guard parts.count == 4 else { return nil }
        return Entry(tag: parts[0], threeLetters: parts[1], label: Texts(fr: parts[2], en: parts[3]))
    }

    /// The language of a tag's first part.
    static let byTag = Dictionary(all.map { ($0.tag, $0) }) { first, _ in first }

    /// The list by whose names a keeper may call a language, those of Quebec first.
    static let list = ClosedList<String>(
        (["fr", "en", "es", "ar", "iu", "cr"].compactMap { byTag[$0] } + all.filter { $0.tag.count == 2 }
            + all.filter { $0.tag.count == 3 }).reduce(into: []) { entries, entry in
                guard !entries.contains(where: { $0.code == entry.tag }) else { return }
                entries.append(
                    .init(
                        code: entry.tag, label: entry.label,
                        otherNames: [entry.threeLetters] + (otherNames[entry.tag] ?? []),
                        value: entry.tag))
            })

    private static let otherNames = [
        "fr": ["fre", "française", "francais"], "en": ["anglaise"], "cr": ["cri"], "bn": ["bengali"], "de": ["ger"],
        "fcs": ["LSQ"], "ase": ["ASL"], "zh": ["chi"], "es": ["castillan", "castilian"],
        "ht": ["créole", "creole"], "fa": ["farsi"],
    ]

    private static let table = """
        aa|aar|afar|Afar;ab|abk|abkhaze|Abkhazian;ae|ave|avestique|Avestan;af|afr|afrikaans|Afrikaans;\
        ak|aka|akan|Akan;am|amh|amharique|Amharic;an|arg|aragonais|Aragonese;ar|ara|arabe|Arabic;\
        as|asm|assamais|Assamese;av|ava|avar|Avaric;ay|aym|aymara|Aymara;az|aze|azerbaïdjanais|Azerbaijani;\
        ba|bak|bachkir|Bashkir;be|bel|biélorusse|Belarusian;bg|bul|bulgare|Bulgarian;\
        bi|bis|bichelamar|Bislama;bm|bam|bambara|Bambara;bn|ben|bengali|Bangla;bo|bod|tibétain|Tibetan;\
        br|bre|breton|Breton;bs|bos|bosniaque|Bosnian;ca|cat|catalan|Catalan;ce|che|tchétchène|Chechen;\
        ch|cha|chamorro|Chamorro;co|cos|corse|Corsican;cr|cre|cree|Cree;cs|ces|tchèque|Czech;\
        cu|chu|slavon d’église|Church Slavic;cv|chv|tchouvache|Chuvash;cy|cym|gallois|Welsh;\
        da|dan|danois|Danish;de|deu|allemand|German;dv|div|maldivien|Dhivehi;dz|dzo|dzongkha|Dzongkha;\
        ee|ewe|éwé|Ewe;el|ell|grec|Greek;en|eng|anglais|English;eo|epo|espéranto|Esperanto;\
        es|spa|espagnol|Spanish;et|est|estonien|Estonian;eu|eus|basque|Basque;fa|fas|persan|Persian;\
        ff|ful|peul|Fula;fi|fin|finnois|Finnish;fj|fij|fidjien|Fijian;fo|fao|féroïen|Faroese;\
        fr|fra|français|French;fy|fry|frison occidental|Western Frisian;ga|gle|irlandais|Irish;\
        gd|gla|gaélique écossais|Scottish Gaelic;gl|glg|galicien|Galician;gn|grn|guarani|Guarani;\
        gu|guj|goudjarati|Gujarati;gv|glv|mannois|Manx;ha|hau|haoussa|Hausa;he|heb|hébreu|Hebrew;\
        hi|hin|hindi|Hindi;ho|hmo|hiri motu|Hiri Motu;hr|hrv|croate|Croatian;\
        ht|hat|créole haïtien|Haitian Creole;hu|hun|hongrois|Hungarian;hy|hye|arménien|Armenian;\
        hz|her|héréro|Herero;ia|ina|interlingua|Interlingua;id|ind|indonésien|Indonesian;\
        ie|ile|interlingue|Interlingue;ig|ibo|igbo|Igbo;ii|iii|yi du Sichuan|Liangshan Yi;\
        ik|ipk|inupiaq|Inupiaq;io|ido|ido|Ido;is|isl|islandais|Icelandic;it|ita|italien|Italian;\
        iu|iku|inuktitut|Inuktitut;ja|jpn|japonais|Japanese;jv|jav|javanais|Javanese;\
        ka|kat|géorgien|Georgian;kg|kon|kikongo|Kongo;ki|kik|kikuyu|Kikuyu;kj|kua|kuanyama|Kuanyama;\
        kk|kaz|kazakh|Kazakh;kl|kal|groenlandais|Kalaallisut;km|khm|khmer|Khmer;kn|kan|kannada|Kannada;\
        ko|kor|coréen|Korean;kr|kau|kanouri|Kanuri;ks|kas|cachemiri|Kashmiri;ku|kur|kurde|Kurdish;\
        kv|kom|komi|Komi;kw|cor|cornique|Cornish;ky|kir|kirghize|Kyrgyz;la|lat|latin|Latin;\
        lb|ltz|luxembourgeois|Luxembourgish;lg|lug|ganda|Ganda;li|lim|limbourgeois|Limburgish;\
        ln|lin|lingala|Lingala;lo|lao|lao|Lao;lt|lit|lituanien|Lithuanian;\
        lu|lub|luba-katanga (kiluba)|Luba-Katanga;lv|lav|letton|Latvian;mg|mlg|malgache|Malagasy;\
        mh|mah|marshallais|Marshallese;mi|mri|maori|Māori;mk|mkd|macédonien|Macedonian;\
        ml|mal|malayalam|Malayalam;mn|mon|mongol|Mongolian;mr|mar|marathi|Marathi;ms|msa|malais|Malay;\
        mt|mlt|maltais|Maltese;my|mya|birman|Burmese;na|nau|nauruan|Nauru;\
        nb|nob|norvégien bokmål|Norwegian Bokmål;nd|nde|ndébélé du Nord|North Ndebele;\
        ne|nep|népalais|Nepali;ng|ndo|ndonga|Ndonga;nl|nld|néerlandais|Dutch;\
        nn|nno|norvégien nynorsk|Norwegian Nynorsk;no|nor|norvégien|Norwegian;\
        nr|nbl|ndébélé du Sud|South Ndebele;nv|nav|navajo|Navajo;ny|nya|chewa|Nyanja;oc|oci|occitan|Occitan;\
        oj|oji|ojibwa|Ojibwa;om|orm|oromo|Oromo;or|ori|odia|Odia;os|oss|ossète|Ossetic;\
        pa|pan|pendjabi|Punjabi;pi|pli|pali|Pali;pl|pol|polonais|Polish;ps|pus|pachto|Pashto;\
        pt|por|portugais|Portuguese;qu|que|quechua|Quechua;rm|roh|romanche|Romansh;rn|run|roundi|Rundi;\
        ro|ron|roumain|Romanian;ru|rus|russe|Russian;rw|kin|kinyarwanda|Kinyarwanda;\
        sa|san|sanskrit|Sanskrit;sc|srd|sarde|Sardinian;sd|snd|sindhi|Sindhi;se|sme|same du Nord|North Sámi;\
        sg|sag|sango|Sango;si|sin|cingalais|Sinhala;sk|slk|slovaque|Slovak;sl|slv|slovène|Slovenian;\
        sm|smo|samoan|Samoan;sn|sna|shona|Shona;so|som|somali|Somali;sq|sqi|albanais|Albanian;\
        sr|srp|serbe|Serbian;ss|ssw|swati|Swati;st|sot|sotho du Sud|Southern Sotho;\
        su|sun|soundanais|Sundanese;sv|swe|suédois|Swedish;sw|swa|swahili|Swahili;ta|tam|tamoul|Tamil;\
        te|tel|télougou|Telugu;tg|tgk|tadjik|Tajik;th|tha|thaï|Thai;ti|tir|tigrigna|Tigrinya;\
        tk|tuk|turkmène|Turkmen;tn|tsn|tswana|Tswana;to|ton|tongien|Tongan;tr|tur|turc|Turkish;\
        ts|tso|tsonga|Tsonga;tt|tat|tatar|Tatar;tw|twi|twi|Twi;ty|tah|tahitien|Tahitian;\
        ug|uig|ouïghour|Uyghur;uk|ukr|ukrainien|Ukrainian;ur|urd|ourdou|Urdu;uz|uzb|ouzbek|Uzbek;\
        ve|ven|venda|Venda;vi|vie|vietnamien|Vietnamese;vo|vol|volapük|Volapük;wa|wln|wallon|Walloon;\
        wo|wol|wolof|Wolof;xh|xho|xhosa|Xhosa;yi|yid|yiddish|Yiddish;yo|yor|yoruba|Yoruba;\
        za|zha|zhuang|Zhuang;zh|zho|chinois|Chinese;zu|zul|zoulou|Zulu;atj|atj|atikamekw|Atikamekw;\
        moe|moe|innu|Innu;moh|moh|mohawk|Mohawk;mic|mic|mi’kmaq|Mi’kmaq;alq|alq|algonquin|Algonquin;\
        nsk|nsk|naskapi|Naskapi;abe|abe|abénaquis|Abenaki;\
        fcs|fcs|langue des signes québécoise|Quebec Sign Language;\
        ase|ase|langue des signes américaine|American Sign Language;yue|yue|cantonais|Cantonese;\
        cmn|cmn|mandarin|Mandarin;fil|fil|filipino|Filipino
        """
}
