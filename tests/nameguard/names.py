"""Invented people for trying the name guard on: names of many origins, and details that belong to nobody."""

from __future__ import annotations

GIVEN: dict[str, str] = {
    "english": "Gemma Darren Philippa Trevor Maureen Keeley Barnaby Nigel Doreen Jayden Marjorie Tristan Kayleigh "
    "Rupert",
    "irish": "Aoibhe Fiachra Gráinne Pádraic Bláthnaid Cathal Dearbhla Tadhg Saorla Eoghan Muirne Fionntán "
    "Caoilinn Ruairí",
    "welsh": "Gwenllian Rhydian Nesta Iorwerth Angharad Gethin Lleucu Meilyr Eirlys Gwydion Mabli Hedd Tegwen Ynyr",
    "scottish": "Eilidh Ruaridh Mhairi Torquil Catriona Fingal Ishbel Lachlan Morven Struan Ailsa Innes Sorley "
    "Kirsteen",
    "polish": "Bogumiła Zdzisław Grażyna Wojtek Halina Bolek Jagoda Przemek Kinga Ziemowit Wiesia Mirek Danuta Radek",
    "balkan and baltic": "Ruxandra Dragomir Mirela Zlatan Snežana Bojana Vytautas Laimis Elvira Costică Agim Drita "
    "Nikolina Yordanka",
    "russian and ukrainian": "Lyudmyla Oleksiy Svitlana Bohdana Gennadiy Zinaida Ostap Taras Varvara Klavdia Nazar "
    "Yevhenia Ruslana Igor",
    "south asian": "Harbhajan Nusrat Paramveer Shehnila Jaswinder Tehmina Mohinder Rukhsar Devinder Yasmina "
    "Manmeet Zulekha Thayalan Abeera",
    "arabic": "Abdulmajid Ruqaya Haitham Suhaila Mutasim Ghufran Ayham Bushrah Luqman Wijdan Zuhair Tasnim Anwaar "
    "Hayder",
    "persian and turkish": "Golnoush Behzad Şükran Tolga Nilgün Ferhad Parvaneh Hümeyra Kambiz Aytekin Shokoofeh "
    "Bilal Sevgül Farrokh",
    "west african": "Oluwakemi Chukwuebuka Adjoa Kwabena Ngozika Babajide Temidayo Fatoumata Obiageli Kweku "
    "Ifeoluwa Esinam Uzoamaka Lamin",
    "east and southern african": "Tigisti Mulugeta Hodan Abdiwahid Nyokabi Thandolwethu Kudakwashe Makeda Rutendo "
    "Wanjugu Filimon Sahra Tsegereda Themba",
    "caribbean": "Shanique Delroy Keneisha Ottis Jermaine Marva Winsome Tajhay Leroy Kadine Alvarine Glenroy "
    "Shantel Denzil",
    "chinese and vietnamese": "Xiaowen Zhiqiang Meilian Thanh Ngọc Yuxin Guofeng Lijun Phương Haoran Suyin Quang "
    "Jiaying Bảo",
    "jewish": "Shloimy Rivky Yehudis Menachem Tzippy Zelda Mordche Faigy Avrumi Bracha Yankel Chaya Hindy Dovid",
    "latin american": "Yesenia Heriberto Guadalupe Leandro Xiomara Wellington Jussara Evaristo Marisol Thiago "
    "Nayara Ramiro Yadira Osvaldo",
}
FAMILY: dict[str, str] = {
    "english": "Thistlewood Pemberton Ollerenshaw Stubbins Hargreave Winterbottom Applegarth Tunnicliffe",
    "irish": "Ó'Muirí Breslin McGettigan Ní-Bhriain Mulvaney O'Shaughnessy Tuohy Drennan",
    "welsh": "Gwilliam Prytherch Bebb Llywelyn Cadwaladr Maddock Penry Ellis-Huws",
    "scottish": "MacAskill Farquharson Drysdale Auchterlonie McCorquodale Tulloch Pirie Galbraith",
    "polish": "Wróblewska Szczygieł Pawłowicz Gołębiowski Krzemińska Banaś Zięba Łukasik",
    "balkan and baltic": "Munteanu Petrauskienė Krasniqi Hadžić Stoyanova Ciobanu Vujović Ozoliņš",
    "russian and ukrainian": "Hryhorenko Kuznetsova Zaitsev Poroshyna Yermolenko Vasylchuk Tymoshchuk Belyakov",
    "south asian": "Bhullar Chattopadhyay Qureishi Ramgoolam Sivanesan Bajracharya Dhaliwal Musharraf",
    "arabic": "Al-Tamimi Benhamou El-Khoury Zaidan Abu-Rahma Boukhari Hariri Maktoum",
    "persian and turkish": "Golestani Karahanoğlu Tavakoli Demirtaş Rahimzadeh Yıldırım Ghorbanpour Çelebi",
    "west african": "Adegbenro Nwachukwu Opoku-Ware Akinfenwa Dankwah Ezeokoli Sowah Bangura",
    "east and southern african": "Gebrehiwot Mukwashi Wachira Ncube Abdirashid Tekeste Sithebe Mwaniki",
    "caribbean": "Goulbourne Braithwaite Ramsaran Lewin-Hall Baptiste Dacres Fagon Pinnock",
    "chinese and vietnamese": "Ouyang Nguyễn Zhuang Huỳnh Szeto Qiu Trương Kwok",
    "jewish": "Lichtenstein Grosskopf Rabinowicz Feigenbaum Shkolnik Weisz Mizrahi Teitelboim",
    "latin american": "Quispe Etcheverry Albuquerque Zambrano Villanueva Figueiredo Orozco Mascarenhas",
}
WORDS = (
    "Will Grace May Mark Hope Rose Bill Frank Daisy Jack Joy Sandy Penny Ivy Dawn Rob Pat Sue Faith Ray Robin "
    "Summer Amber Art "
    "Chase Skip Violet Cliff Heather Reed"
)
WORD_FAMILY = "Young Brown Cook Bright Savage Black Wood Rivers Long Love"
NICKNAMES = "Big-Dave Smiler Chalky Tink Spud Duchess Jonno Ziggy Wee-Mo Curly Moose Lofty"
SHORT = {
    "Robert": "Bob",
    "William": "Bill",
    "Elizabeth": "Betty",
    "Margaret": "Peggy",
    "Patricia": "Trish",
    "Andrew": "Andy",
    "Katherine": "Kate",
    "Anthony": "Tony",
    "Christopher": "Kit",
    "Deborah": "Debs",
    "Mohammed": "Mo",
    "Katarzyna": "Kasia",
    "Oluwaseun": "Seun",
    "Aleksandra": "Ola",
    "Michael": "Mick",
    "Susan": "Suze",
    "Nicola": "Nicky",
    "Francisco": "Paco",
}
PLACES = [
    "Barnsley",
    "Totnes",
    "Kirkwall",
    "Ballymena",
    "Dungannon",
    "Aberaeron",
    "Wolverhampton",
    "Scunthorpe",
    "Thurso",
    "Letterkenny",
    "Bude",
    "Peckham",
    "Moss-Side",
    "Hebden-Bridge",
    "Milton-Keynes",
    "Wick",
    "Reading",
    "Bath",
    "Bury",
    "Sale",
    "Louisville",
    "Winnipeg",
    "Wollongong",
    "Lagos",
    "Kaunas",
    "Lahore",
    "Gdynia",
    "Sylhet",
    "Pontypridd",
    "Merthyr-Tydfil",
    "Coldwick",
    "Ashenbury",
    "Llanfyrddin",
    "Kilnacross",
    "Upper-Thwaite",
    "Duluth",
    "Tucson",
]
ORGS = [
    "Tesco",
    "Greggs",
    "Royal Mail",
    "Asda",
    "Northgate Primary School",
    "St Luke's Hospice",
    "Pendle Motors Ltd",
    "Barnsley Hospital",
    "Amazon",
    "Thornley & Sons",
    "Larkfield Care Home",
    "Kwik Fit",
    "Ridgeway Academy",
    "B&Q",
    "Co-op",
    "Stagecoach",
    "Calder Foods",
    "Leeds City Council",
    "Premier Inn",
    "Walmart",
    "Marsh Lane Surgery",
    "Wetherspoons",
    "Harlow Joinery",
    "Beckside Nursery",
    "Home Depot",
    "Haldane Engineering",
]
STREETS = [
    "Hawthorn",
    "Priory",
    "Garibaldi",
    "Station",
    "Alma",
    "Nelson",
    "Victoria",
    "Elm",
    "Whitelands",
    "Gladstone",
    "Kirkstall",
    "Ferry",
    "Jubilee",
    "Brecon",
]
STREET_KINDS = [
    "Road",
    "Street",
    "Lane",
    "Avenue",
    "Close",
    "Drive",
    "Terrace",
    "Crescent",
    "Gardens",
    "Way",
    "Court",
    "Place",
]
