"""Invented people of many origins and scripts: given names and family names that go together, dealt out by a seed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

_ORIGINS: tuple[tuple[str, str], ...] = (
    ("Joan Maureen Keith Doreen Alan Pauline Graham Sheila Trevor Brenda Colin Hazel Norman Gillian Derek Wendy",
     "Ashworth Barlow Cartwright Dunmore Elkington Fairclough Garside Holroyd Inchbald Thistlewood"),
    ("Sian Gareth Dilys Rhys Eleri Idris Nerys Emlyn Bronwen Geraint Mair Huw Cerys Aled",
     "Pritchard Gwynne Llewellyn Bowen Parry Meredith Probert Vaughan Tudor Bevan"),
    ("Niamh Ciarán Aoife Pádraig Róisín Séamus Gráinne Eoin Sinéad Declan Orla Fergal Máire Donal",
     "Ó Briain|Mac Cárthaigh|Ní Dhomhnaill|Keneally|Tierney|Scanlon|Hanrahan|O’Dowd|Cusack|Feeney"),
    ("Isla Hamish Morag Callum Ailsa Fraser Mhairi Ewan Kirsty Lachlan Fiona Angus Catriona Rory",
     "MacAskill Drummond Kinnear Galbraith Strachan Rennie Abernethy Lockhart Tulloch Geddes"),
    ("Piotr Małgorzata Łukasz Agnieszka Wojciech Zofia Paweł Katarzyna Sławomir Jadwiga Michał Bożena Grażyna Jerzy",
     "Zieliński Wróblewska Kaczmarek Łukasik Gajewska Świątek Jabłonowski Pawlikowska Żurek Dąbrowa"),
    ("Ionuț Ruxandra Ștefan Mihaela Andrei Lăcrămioara Costel Ioana Răzvan Simona Gheorghe Anca",
     "Țurcanu Dumitrescu Bălan Codreanu Rădulescu Mureșan Vlădescu Crețu Lupescu Șerban"),
    ("Lina Jonas Freya Torsten Ingrid Søren Astrid Bjørn Åsa Gunnar Maren Håkan Sigrid Leif",
     "Ødegård Lindqvist Sørensen Bergström Åkerlund Nyholm Thorsen Kjeldsen Ekström Vestergaard"),
    ("Jürgen Käthe Wolfgang Heidrun Günther Anneliese Björn Ulrike Sören Margarethe Lothar Friederike",
     "Weißmüller Krämer Großmann Schäfer Bäumler Löwenthal Straußberg Hübner Jäckel Röttger"),
    ("Zoé François Amélie Benoît Hélène Jérôme Cécile Gaël Maïté Étienne Anaïs Loïc Noémie Rémi",
     "Lefèvre Béranger Châtelain Dupré Garçon Hénault Jouët L’Hôpital Mérieux Noël"),
    ("Rosa Íñigo Begoña Joaquín Pilar Andrés Inmaculada Raúl Lucía Hernán Concepción Ángel Marisol Tomás",
     "Delgado Núñez Ibáñez Echeverría Quiñones Zúñiga Peñalver Cordón Solís Urrutia"),
    ("João Conceição Tiago Assunção Inês Simão Fátima Nuno Lurdes Gonçalo Graça Rúben",
     "Brandão Magalhães Queirós Simões Falcão Gusmão Leitão Tavares Abreu Proença"),
    ("Chidi Ngozi Emeka Adaeze Ifeanyi Chiamaka Obinna Nneka Uchenna Kelechi Amarachi Tobenna",
     "Okafor Nwosu Eze Onwudiwe Anyanwu Ikpeazu Obi-Martins Uzoma Chukwuma Agbo"),
    ("Folasade Babatunde Yetunde Olumide Abiọ́dún Ọláyínká Temitope Adébáyọ̀ Morẹ́nikẹ́ Kehinde",
     "Adéyẹmí Ògúnlèsì Balogun Akínwálé Ọdúnsì Fáṣọlá Ajayi-Cole Ẹniọlá Bámgbọ́ṣé Olútọ́lá"),
    ("Abena Kwame Efua Kofi Akosua Yaw Adwoa Kwaku Esi Kojo Ama Kwabena",
     "Mensah Boateng Asante-Poku Darko Owusu-Ansah Quaye Sarpong Amoako Tetteh Nyarko"),
    ("Amir Farah Yusuf Layla Tariq Nadia Khalid Samira Bilal Huda Idris Zaynab",
     "Rahmani Siddiqui Malik-Shah Qureshi Haddad Nasser Barakat Sabbagh Zaman Farooqi"),
    ("ليلى يوسف فاطمة خالد مريم سامر هدى عمر نور حسن",
     "الحداد|النجار|المصري|الخطيب|العطار|الصباغ|الشامي|البنا"),
    ("Олена Тарас Наталія Богдан Оксана Андрій Соломія Юрій Ганна Остап Дарина Марко",
     "Ковальчук Шевчук Бондаренко Гнатюк Лисенко Мельничук Савченко Яремчук Кравець Дорошенко"),
    ("Ελένη Γιώργος Μαρία Νίκος Κατερίνα Δημήτρης Σοφία Στέλιος Άννα Θανάσης",
     "Παπαδάκης Οικονόμου Καραγιάννη Βλάχος Αγγελίδη Μαυρίδης Σταθάκης Ιωαννίδη"),
    ("Priya Arjun Lakshmi Sanjay Meena Rohan Kavita Dev Anjali Vikram Sunita Harish",
     "Chaudhary Deshpande Iyer-Menon Krishnamurthy Patwardhan Ranganathan Subramanian Venkatesh Bhattacharya Joshi"),
    ("आशा मोहन सुनीता राजेश कमला विजय गीता सुरेश रेखा अमित",
     "शर्मा वर्मा मिश्रा जोशी त्रिपाठी चौहान श्रीवास्तव दीक्षित"),
    ("Gurpreet Harjit Manjit Simran Balwinder Jasleen Kuldip Navdeep Parminder Ravinder",
     "Dhaliwal Sandhu Grewal Sidhu Bains Gill-Mann Atwal Johal Rai-Singh Bhogal"),
    ("李明 王芳 张伟 刘洋 陈静 杨丽 赵强 黄敏 周杰 吴娜 徐丽 孙浩", ""),
    ("Mei-Ling Wei Xiuying Jun Lan Hao Yan Feng Qiang Shu-Fen",
     "Cheung Leung Ng-Wong Tsang Yip Kwok Szeto Au-Yeung Fung Lam"),
    ("さくら はると 陽子 健一 美咲 大輔 久美子 直樹", "佐藤 鈴木 高橋 田中 渡辺 伊藤 山本 中村"),
    ("은지 민수 서연 지훈 영희 동현 수진 현우", "김 이 박 최 정 강 조 윤"),
    ("Nguyệt Đức Thúy Hùng Lan-Anh Quốc Phượng Tuấn Hạnh Dũng Ngọc Việt",
     "Nguyễn Trần Phạm Huỳnh Đặng Bùi Đỗ Võ Lý Dương"),
    ("Ayşe Mehmet Gülşen İbrahim Çiğdem Oğuz Şebnem Doğan Zeynep Ümit",
     "Yıldırım Öztürk Çelikkaya Güneş Şahinoğlu Aydın Kılıçdere Türkoğlu Işıklar Karadağ"),
    ("Amina Hodan Abdi Faduma Warsame Ayaan Liban Sahra Guled Hibaaq",
     "Warfa Jama-Noor Hersi Dualeh Farah-Ali Abokor Ismaan Gedi Samatar Duale"),
    ("Shanice Delroy Marcia Winston Althea Everton Claudette Neville Yvonne Desmond",
     "Braithwaite Campbell-Reid Lindo Gayle Hylton Pinnock Rowe Samuda Whyte Blackwood"),
    ("Tamar Eitan Rivka Yonatan Miriam Avi Shoshana Dov", "Ben-Amram Katzir Mizrahi Peleg Shemesh Oren-Levi"),
)
"""Given names and family names that are heard together; spaces part them, or bars where a name has a space in it."""


def people(random: Random) -> Iterator[tuple[str, str]]:
    """(given, family) without end, no pair twice before all have come; many are without a family name of their own."""
    pairs = [(given, family) for givens, families in _ORIGINS
             for given in _parts(givens) for family in _parts(families) or [""]]
    while True:
        random.shuffle(pairs)
        yield from pairs


def called(given: str, family: str, taken: set[str]) -> str:
    """What somebody is called in a circle that takes first names: their own, or with a letter where it is taken."""
    for name in (given, f"{given} {family[:1]}".strip(), f"{given} {family[:3]}".strip(), f"{given} {family}".strip()):
        if name not in taken:
            taken.add(name)
            return name
    number = 2
    while (name := f"{given} {number}") in taken:
        number += 1
    taken.add(name)
    return name


def full(given: str, family: str) -> str:
    """Both names, in the order they are said in."""
    return " ".join((family, given) if family and "\u3000" <= family[0] <= "\ud7ff" else (given, family)).strip()


def _parts(words: str) -> list[str]:
    return words.split("|") if "|" in words else words.split()
