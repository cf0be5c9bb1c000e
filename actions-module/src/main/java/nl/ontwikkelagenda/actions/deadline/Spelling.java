package nl.ontwikkelagenda.actions.deadline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the many spellings of a phrase back to one: small letters without accents, one word for one meaning, digits for numbers. The grammar reads only the words at
 * the left of the table.
 */
final class Spelling {

	/** Stands where a word was that changes nothing. */
	private static final String NOTHING = "-";

	private static final String TABLE = """
			- = hele | heel | geheel | graag | liefst | bij voorkeur | zo mogelijk | indien mogelijk | in principe | deadline | streefdatum | termijn | datum | klaar | gereed | af | afgerond | voltooid | moet | zijn | ergens | ook | wel | we | wij | , liefst eerder | liefst eerder
			van de = v d | v / d
			januari = jan
			februari = feb | febr
			maart = mrt
			april = apr
			juni = jun
			juli = jul
			augustus = aug
			september = sep | sept
			oktober = okt | oct | october
			november = nov
			december = dec
			maandag = ma
			dinsdag = di
			woensdag = wo
			donderdag = do
			vrijdag = vr | vrij
			zaterdag = za
			zondag = zo
			dag = dagen | etmaal | etmalen
			werkdag = werkdagen
			schooldag = schooldagen | lesdag | lesdagen
			week = wk | wkn | weken | weeknr | weeknummer | week nr | week nummer
			maand = maanden | mnd
			kwartaal = kwartalen | kw | kwart
			halfjaar = half jaar | halve jaar | half jaren | semester
			jaar = jaren | jr | kalenderjaar | kalender jaar | kalenderjaren
			schooljaar = schooljaren | school jaar | school-jaar | cursusjaar | studiejaar | schoolseizoen
			weekend = weekeinde | week end | weekeind
			uur = uren | u
			voorjaar = lente | voor jaar
			najaar = herfst | na jaar
			herfstvakantie = herfst vakantie | herfst-vakantie | herfstvacantie
			kerstvakantie = kerst vakantie | kerst-vakantie | kerstvacantie | kerstvakanties | kerstvakantieperiode
			voorjaarsvakantie = voorjaars vakantie | voorjaars-vakantie | voorjaarvakantie | krokusvakantie | krokus vakantie | carnavalsvakantie
			meivakantie = mei vakantie | mei-vakantie
			zomervakantie = zomer vakantie | zomer-vakantie | zomervacantie | grote vakantie | zomervakantieperiode
			nieuwjaar = nieuwjaarsdag | jaarwisseling
			vanaf nieuwjaar = na de jaarwisseling | na jaarwisseling
			pasen = paasdagen | paasweekend | paasweekeinde
			dag pasen = paasdag
			dag pinksteren = pinksterdag
			dag kerst = kerstdag
			koningsdag = koningsnacht
			goedevrijdag = goede vrijdag
			hemelvaart = hemelvaartsdag | hemelvaartdag
			pinksteren = pinksterweekend | pinksterdagen
			sinterklaas = pakjesavond | sinterklaasavond
			kerst = kerstmis | kerstdagen | kerstfeest
			oudjaar = oudejaarsdag | oudejaarsavond | oudjaarsdag | oud en nieuw
			bijeenkomst = vergadering | overleg | sessie | werksessie | ontwikkeltafel | meeting | keer | bespreking | overlegmoment
			voor = voorafgaand aan | vooraf aan | eerder dan | vroeger dan | nog voor
			na = na afloop van | later dan | volgend op | volgende op | pas na
			t/m = tot en met | t m | t / m | tm
			tot = tot aan
			uiterlijk = op of voor | voor of op | ten laatste | op zijn laatst | op z ' n laatst | niet later dan | niet na | uiterlijk op | uiterlijk in | op uiterlijk | tot uiterlijk | op zn laatst | laatstens
			vanaf = v a | va | met ingang van | m i v | miv | ingaande | per | niet voor | niet eerder dan | niet vroeger dan | op zijn vroegst | op z ' n vroegst | op zn vroegst | pas vanaf | pas in | vanaf in | te beginnen in | te beginnen op
			in = op | tijdens | gedurende | bij | met | aan | in de loop van
			start = starten | start in | starten in | begint | begint in | beginnen | beginnen in | van start | gaat van start | gestart
			begin = aanvang | beginperiode
			begin van = start van
			begin schooljaar = start schooljaar | start nieuwe schooljaar
			medio = midden | half | halverwege | mid
			eind = einde | slot | afloop
			eind jaar = jaareinde | eindejaar
			dit = deze | lopend | lopende | huidig | huidige
			volgend = volgende | nieuw | nieuwe
			komend = komende | aankomend | aankomende | eerstkomende
			aanstaand = aanstaande | eerstvolgende | eerstvolgend | a s
			vorig = vorige | afgelopen | voorbije | jongstleden | laatstleden | jl
			rond = rondom | omstreeks | ongeveer | circa | ca | plusminus | plm | tegen | rond in | ongeveer in | vlak voor | kort voor | vlak na | kort na | net voor | net na
			enkele = paar | aantal | meerdere | diverse | een paar | een aantal
			vandaag = heden | nu
			overmorgen = over morgen
			zsm = z s m | zo spoedig mogelijk | zo snel mogelijk | asap | per direct | direct | meteen | onmiddellijk | per omgaande | met spoed | spoedig mogelijk
			binnenkort = op korte termijn | op termijn | op lange termijn | op de korte termijn | op de langere termijn | t z t | te zijner tijd | tzt | later | spoedig | snel | in de toekomst | straks
			onbepaald = in overleg | n t b | ntb | nader te bepalen | nog te bepalen | nog onbekend | onbekend | nog niet bekend | niet bekend | nog af te spreken | geen | geen deadline
			doorlopend = structureel | continu | voortdurend | permanent | blijvend | doorlopende | structurele | het hele jaar door | gedurende het hele jaar | lopende het jaar | altijd
			elke = elk | ieder | iedere | maandelijks | wekelijks | jaarlijks | dagelijks | per kwartaal | per maand | per week | per jaar | per schooljaar | per halfjaar | halfjaarlijks | driemaandelijks | tweewekelijks | om de
			1 = een | ' n
			2 = twee
			3 = drie
			4 = vier
			5 = vijf
			6 = zes
			7 = zeven
			8 = acht
			9 = negen
			10 = tien
			11 = elf
			12 = twaalf
			13 = dertien
			14 = veertien
			15 = vijftien
			16 = zestien
			17 = zeventien
			18 = achttien
			19 = negentien
			20 = twintig
			30 = dertig
			40 = veertig
			50 = vijftig
			60 = zestig
			90 = negentig
			100 = honderd
			1e = eerste
			2e = tweede
			3e = derde
			4e = vierde
			5e = vijfde
			6e = zesde
			7e = zevende
			8e = achtste
			9e = negende
			10e = tiende
			11e = elfde
			12e = twaalfde
			laatste = allerlaatste
			""";

	private static final Pattern WORD = Pattern.compile("(?<ordinal>\\d+(?:ste|de|e)(?![a-z]))|\\d+|[a-z]+|\\S");
	private static final Pattern DAYPART = Pattern.compile("((?:maan|dins|woens|donder|vrij|zater|zon)dag|morgen)(?:s|och|)(?:ochtend|tend|middag|avond)");
	private static final Pattern TENS = Pattern.compile("(een|twee|drie|vier|vijf|zes|zeven|acht|negen)en(twintig|dertig|veertig|vijftig)");
	private static final Map<List<String>, List<String>> VARIANTS = variants();
	private static final int LONGEST = VARIANTS.keySet().stream().mapToInt(List::size).max().orElse(1);

	private Spelling() {
	}

	/** The words of a phrase, each in its one spelling. */
	static List<String> words(String phrase) {
		List<String> split = split(phrase);
		List<String> words = new ArrayList<>();
		int at = 0;
		while (at < split.size()) {
			int length = Math.min(LONGEST, split.size() - at);
			while (length > 0 && !VARIANTS.containsKey(split.subList(at, at + length))) {
				length--;
			}
			if (length == 0) {
				words.add(split.get(at++));
			} else {
				words.addAll(VARIANTS.getOrDefault(split.subList(at, at + length), List.of()));
				at += length;
			}
		}
		return completed(ends(words));
	}

	/** Of days, weeks or months in a row the first and the last: "5, 6 en 7 november" is "5 en 7 november", "maart, april en mei" is "maart en mei". */
	private static List<String> ends(List<String> words) {
		List<String> all = new ArrayList<>(words);
		for (int i = 0; i + 4 < all.size();) {
			boolean days = isDay(all.get(i)) && isDay(all.get(i + 2));
			boolean months = Words.MONTHS.contains(all.get(i)) && Words.MONTHS.contains(all.get(i + 2));
			boolean more = all.get(i + 1).equals(",") && List.of(",", "en", "of").contains(all.get(i + 3));
			if (more && (days || months)) {
				all.subList(i + 1, i + 3).clear();
			} else {
				i++;
			}
		}
		return all;
	}

	private static Map<List<String>, List<String>> variants() {
		Map<List<String>, List<String>> variants = new HashMap<>();
		TABLE.lines().forEach(line -> {
			String[] sides = line.split(" = ", 2);
			List<String> meant = sides[0].equals(NOTHING) ? List.of() : List.of(sides[0].split(" "));
			for (String variant : sides[1].split("\\|")) {
				variants.put(split(variant), meant);
			}
		});
		return Map.copyOf(variants);
	}

	private static List<String> split(String phrase) {
		String plain = Normalizer.normalize(phrase, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
				.replaceAll("[\\u2018\\u2019\\u201A\\u201B\\u2032`\\u00B4]", "'")
				.replaceAll("\\p{Pd}", "-").replaceAll("[()\\[\\]\"\\u201C\\u201D\\u201E!?;]", " ").replaceAll("[\\u00A0\\s]+", " ")
				.replaceAll("(?<!\\d)[.:]|[.:](?!\\s?\\d)", " ");
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(plain);
		while (matcher.find()) {
			words.add(matcher.group("ordinal") == null ? word(matcher.group()) : matcher.group().replaceAll("\\D", "") + "e");
		}
		return words;
	}

	private static String word(String word) {
		Matcher dayPart = DAYPART.matcher(word);
		if (dayPart.matches()) {
			return dayPart.group(1);
		}
		Matcher tens = TENS.matcher(word);
		if (tens.matches()) {
			int units = List.of("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen").indexOf(tens.group(1)) + 1;
			int ten = List.of("twintig", "dertig", "veertig", "vijftig").indexOf(tens.group(2)) + 2;
			return String.valueOf(ten * 10 + units);
		}
		return word;
	}

	/** Says again what was left out: "1 en 15 maart" is "1 maart en 15 maart", "week 45 en 46" is "week 45 en week 46", "1e en 2e kwartaal" is "1e kwartaal en 2e kwartaal". */
	private static List<String> completed(List<String> words) {
		List<String> all = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			if (Words.JOINTS.contains(word) && i > 0 && i + 1 < words.size()) {
				String before = words.get(i - 1);
				String after = words.get(i + 1);
				String noun = i + 2 < words.size() ? words.get(i + 2) : "";
				boolean ofWeek = i > 1 && words.get(i - 2).equals("week");
				// "week 3/4" can be a date
				boolean otherWeek = ofWeek && isDay(before) && isDay(after) && (!word.equals("/") || (Words.isNumber(after) && Integer.parseInt(after) > 12));
				if (otherWeek) {
					all.addAll(List.of(word, "week"));
					continue;
				}
				boolean ofMonth = isDay(before) && isDay(after) && Words.MONTHS.contains(noun);
				boolean ofQuarter = isOrdinal(before) && isOrdinal(after) && noun.equals("kwartaal");
				if (ofMonth || ofQuarter) {
					all.add(noun);
				}
				if (ofMonth && i + 3 < words.size() && words.get(i + 3).length() == 4 && Words.isNumber(words.get(i + 3))) {
					all.add(words.get(i + 3));
				}
			}
			all.add(word);
		}
		return List.copyOf(all);
	}

	private static boolean isDay(String word) {
		return (Words.isNumber(word) && word.length() <= 2) || isOrdinal(word);
	}

	private static boolean isOrdinal(String word) {
		return word.length() > 1 && word.endsWith("e") && Words.isNumber(word.substring(0, word.length() - 1));
	}
}
