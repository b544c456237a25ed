package rahnamo.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UzbekScriptTest {

  @Test
  void lettersCorrespondInBothDirections() {
    assertBoth("yoʻl qoʻyish", "йўл қўйиш");
    assertBoth("gʻarb, togʻ, tugʻilgan", "ғарб, тоғ, туғилган");
    assertBoth("shahar, choy, kengash", "шаҳар, чой, кенгаш");
    assertBoth("xona, havo, hujjat", "хона, ҳаво, ҳужжат");
    assertBoth("yurist, yangi, yosh, bayon", "юрист, янги, ёш, баён");
  }

  @Test
  void eDependsOnItsPlace() {
    assertBoth("eshik, yer, kecha", "эшик, ер, кеча");
    assertBoth("aeroport, poyezd, oila", "аэропорт, поезд, оила");
    assertBoth("Yevropa, beeʼtibor", "Европа, беэътибор");
    assertBoth("karyera, premyer", "карьера, премьер");
  }

  @Test
  void theTutuqIsTheHardSign() {
    assertBoth("sanʼat, maʼlumot, eʼlon, sheʼr", "санъат, маълумот, эълон, шеър");
    assertBoth("asʼhob, Isʼhoq", "асҳоб, Исҳоқ");
    assertBoth("moʻjiza", "мўъжиза");
    assertEquals("объект", UzbekScript.toCyrillic("ob'ekt"));
  }

  @Test
  void borrowedWordsComeFromTheList() {
    assertBoth("sirk, sement, sex, abzas", "цирк, цемент, цех, абзац");
    assertBoth("konstitutsiya, politsiya, litsenziya", "конституция, полиция, лицензия");
    assertBoth("aksiya, stansiya, konferensiya", "акция, станция, конференция");
    assertBoth("pansion, pensiya, sessiya, versiya", "пансион, пенсия, сессия, версия");
    assertBoth("albom, feldsher, medalyon, kompyuter", "альбом, фельдшер, медальон, компьютер");
    assertBoth("obyekt, subyekt, intervyu, parlament", "объект, субъект, интервью, парламент");
    assertBoth("rayon, mayor, poyabzal, budjet", "район, майор, пойабзал, бюджет");
    assertEquals("цирк, цех", UzbekScript.toCyrillic("tsirk, tsex"));
  }

  @Test
  void monthsKeepTheSoftSignOnlyWithoutAnEnding() {
    assertBoth("sentabr, sentabrda", "сентябрь, сентябрда");
    assertBoth("oktabrgacha, 5-iyul, iyun-iyul", "октябргача, 5-июль, июнь-июль");
    assertBoth("yanvar, fevral, mart, aprel, may", "январь, февраль, март, апрель, май");
    assertBoth("avgust, noyabr, dekabr", "август, ноябрь, декабрь");
    assertBoth("rubl, rublni", "рубль, рублни");
    assertEquals("сентябрдан", UzbekScript.toCyrillic("sentyabrdan"));
  }

  @Test
  void endingsOfBorrowedWordsFollowTheRules() {
    assertBoth("politsiyachilarga, albomimizdan", "полициячиларга, альбомимиздан");
    assertBoth("kompyuterlashtirish", "компьютерлаштириш");
  }

  @Test
  void nativeWordsThatLookBorrowedAreLeftNative() {
    assertBoth("sirka, yodda, tilda, singan", "сирка, ёдда, тилда, синган");
    assertBoth("ketsin, aytsin, otsiz, singari", "кетсин, айтсин, отсиз, сингари");
    assertBoth("jarayon, bayram, merosxoʻr, mergan", "жараён, байрам, меросхўр, мерган");
  }

  @Test
  void letterCaseIsKept() {
    assertBoth("Sharq, SHARQ, Chet, Yoʻl, YOʻL", "Шарқ, ШАРҚ, Чет, Йўл, ЙЎЛ");
    assertBoth("ESHIK, YER, SANʼAT, Sentabr, SENTABR", "ЭШИК, ЕР, САНЪАТ, Сентябрь, СЕНТЯБРЬ");
    assertBoth("AQSH, ToshDU, OʻzR, Sh. Rashidov", "АҚШ, ТошДУ, ЎзР, Ш. Рашидов");
    assertBoth("I. Karimov, V. Zohidov", "И. Каримов, В. Зоҳидов");
    assertBoth("U keldi", "У келди");
  }

  @Test
  void anySpellingOfTheApostrophesIsRead() {
    for (String mark : List.of("'", "`", "‘", "’", "ʻ", "ʼ", "´")) {
      assertEquals(
          "тоғ йўли, санъат", UzbekScript.toCyrillic("tog# yo#li, san#at".replace("#", mark)));
    }
  }

  @Test
  void addressesAndNamesOnTheNetStay() {
    for (String address :
        new String[] {
          "https://gosuslugi.ru/help?a=b",
          "www.mvd.ru",
          "gosuslugi.ru",
          "t.me/kanal",
          "yordam@example.org",
          "@yordam_bot",
          "#patent",
          "ariza.pdf",
          "госуслуги.рф"
        }) {
      assertEquals("сайт " + address + " ва", UzbekScript.toCyrillic("sayt " + address + " va"));
      assertEquals("sayt " + address + " va", UzbekScript.toLatin("сайт " + address + " ва"));
    }
    assertEquals("Сайт gosuslugi.ru.", UzbekScript.toCyrillic("Sayt gosuslugi.ru."));
    assertEquals("(қаранг: mvd.ru).", UzbekScript.toCyrillic("(qarang: mvd.ru)."));
    assertEquals("тугади.Кейин", UzbekScript.toCyrillic("tugadi.Keyin"));
  }

  @Test
  void latinNamesAndAbbreviationsStayButTheirEndingsDoNot() {
    assertEquals(
        "SMS, SIM-карта, PDF, QR-код, IMEI", toCyrillic("SMS, SIM-karta, PDF, QR-kod, IMEI"));
    assertEquals("WhatsAppда, Telegramдан, ruID", toCyrillic("WhatsAppda, Telegramdan, ruID"));
    assertEquals("SMSлар, e-mail, Wi-Fi", toCyrillic("SMSlar, e-mail, Wi-Fi"));
    assertEquals("Western Union, Facebook", toCyrillic("Western Union, Facebook"));
    assertEquals("сим, телеграмма, Телеграмма", toCyrillic("sim, telegramma, Telegramma"));
  }

  @Test
  void numbersAndCodesStay() {
    assertEquals("XXI аср, II боб, V гуруҳ", toCyrillic("XXI asr, II bob, V guruh"));
    assertEquals("4G, mp3, A4, B2 даража", toCyrillic("4G, mp3, A4, B2 daraja"));
    assertEquals("112га, 2026-йил, B тоифа", toCyrillic("112ga, 2026-yil, B toifa"));
    assertEquals("МХХ, ДХХ, ИИВ", toCyrillic("MXX, DXX, IIV"));
  }

  @Test
  void wordsOfTheTargetScriptStay() {
    assertEquals("вид на жительство дегани", toCyrillic("вид на жительство degani"));
    assertEquals("Google nima", UzbekScript.toLatin("Google нима"));
    assertEquals("m\u0430ktab", toCyrillic("m\u0430ktab"), "a mixed word is not guessed at");
  }

  @Test
  void inflectedWordsSurviveTheRoundTrip() {
    // Legitimate losses, so not among these words: second spellings (sentyabr comes back as
    // sentabr)
    // and a tutuq in a Russian word (ob'ekt comes back as obyekt).
    List<String> stems =
        List.of(
            "ish",
            "maʼlumot",
            "oʻqituvchi",
            "shartnoma",
            "huquq",
            "yordam",
            "kelishuv",
            "soʻrov",
            "gʻamxoʻrlik",
            "tibbiyot",
            "elchixona",
            "yashash",
            "boʻlim",
            "choʻntak",
            "eʼtiroz",
            "sunʼiy",
            "muayyan",
            "sayyoh",
            "quyosh",
            "tayyor",
            "bayonnoma",
            "hujjat",
            "koʻchish",
            "xizmat",
            "jarima",
            "qaynona",
            "yuk",
            "yetakchi",
            "yoʻnalish",
            "migratsiya",
            "patent",
            "konsulxona",
            "sentabr",
            "rubl",
            "kompyuter",
            "litsey",
            "poyezd",
            "oila",
            "muallif",
            "manfaat",
            "doimiy",
            "toʻlov",
            "zargʻaldoq",
            "masʼuliyat",
            "asʼhob",
            "singil",
            "tong");
    List<String> endings =
        List.of(
            "",
            "lar",
            "im",
            "ing",
            "imiz",
            "i",
            "si",
            "ni",
            "ning",
            "ga",
            "da",
            "dan",
            "lari",
            "largacha",
            "lik",
            "chi",
            "siz",
            "ligidan",
            "larimizdagi",
            "mi",
            "dir",
            "dek",
            "yapti",
            "sin",
            "sa",
            "moqda");
    for (String stem : stems) {
      for (String ending : endings) {
        String word = stem + ending;
        assertEquals(word, UzbekScript.toLatin(UzbekScript.toCyrillic(word)));
      }
    }
  }

  @Test
  void eachListedWordIsWrittenAsListedInBothDirections() {
    Set<String> seen = new HashSet<>();
    Set<String> cyrillicSeen = new HashSet<>();
    WordLists.read("uz-exceptions.tsv")
        .forEach(
            line -> {
              String[] columns = line.split("\t", -1);
              String latin = columns[0].replace("|", "").replace("~", "");
              assertTrue(seen.add(columns[0]), () -> "listed twice: " + line);
              if (!latin.startsWith("*")) {
                assertEquals(columns[1], UzbekScript.toCyrillic(latin));
                if (!columns[0].startsWith("~")) {
                  assertTrue(cyrillicSeen.add(columns[1]), () -> "two spellings: " + line);
                  assertEquals(latin, UzbekScript.toLatin(columns[1]));
                }
              }
            });
    assertTrue(seen.size() > 150);
  }

  @Test
  void oddInputTakesNoLongerThanPlainText() {
    for (String piece : List.of("a", "a.", "@a", "Telegramimi", "a://", "A@", "imim", "oʻ", "#")) {
      String text = "Telegram" + piece.repeat(50_000);
      assertTimeout(Duration.ofSeconds(5), () -> UzbekScript.toCyrillic(text), piece);
    }
  }

  @Test
  void anyTextIsConvertedWithoutFailing() {
    Random random = new Random(11);
    String letters = "aoOgGʻʼ'sShHctyYeEuW яЎъьЬцҲеЕ1.@#/-\n";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder source = new StringBuilder();
      for (int j = random.nextInt(10); j > 0; j--) {
        source.append(letters.charAt(random.nextInt(letters.length())));
      }
      String text = source.toString();
      UzbekScript.toLatin(UzbekScript.toCyrillic(text));
      UzbekScript.toCyrillic(UzbekScript.toLatin(text));
    }
  }

  private static String toCyrillic(String latin) {
    return UzbekScript.toCyrillic(latin);
  }

  private static void assertBoth(String latin, String cyrillic) {
    assertEquals(cyrillic, UzbekScript.toCyrillic(latin));
    assertEquals(latin, UzbekScript.toLatin(cyrillic));
  }
}
