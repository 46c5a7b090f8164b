/** Common given names and surnames; every combination made from them is invented. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Given names and surnames that go together. */
export interface NameGroup {
  women: readonly string[]
  men: readonly string[]
  surnames: readonly string[]
}

export const norwegianNames: NameGroup = {
  women: words(`
    Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Anna Solveig Marianne Randi Ida Nina Maria Elisabeth
    Kristin Bente Heidi Silje Hanne Linda Tone Anita Wenche Gerd Gro Grete Ragnhild Sissel Tove Laila Lise Mona Camilla
    Ellen Monica Marte Julie Karin Trine Turid Irene Else Kristine Stine Line Mari Emma Cecilie Sara Elin Torill Åse Maren
    Gunn Mette Jorunn Siv Unni Nora Ruth Lene Signe Thea Malin Merete Vigdis Andrea Kirsten Martine Sigrid Guro Ingeborg
    Lillian Oda Frida Ane Vilde Tonje Reidun Aud Helene Hege Ingvild Rikke Tiril Oddny Åshild Gudrun Margrethe Synnøve
    Borghild Eli Janne Mathilde Amalie Hedda Eline Karoline Renate Veronica Beate Jannicke Kjersti Live Tuva Selma Jenny
    Live Alma Olaug Eldbjørg Torunn Anniken Benedikte Charlotte Dagny Ebba Fride Gyda Herdis Idun Jorid Klara Lotte Magnhild`),
  men: words(`
    Jan Per Bjørn Ole Lars Kjell Knut Arne Svein Thomas Hans Geir Morten Odd Terje Erik John Tor Harald Rune Trond Olav
    Andreas Kristian Jon Tore Martin Rolf Anders Nils Magnus Helge Tom Gunnar Øyvind Stian Espen Leif Henrik Marius Einar
    Sverre Dag Steinar Eirik Kåre Fredrik Kenneth Håkon Ivar Jonas Roar Sindre Sigurd Frode Egil Vidar Roger Alexander
    Stein Øystein Daniel Simen Ørjan Kjetil Torbjørn Asbjørn Finn Joakim Roy Henning Kristoffer Christian Emil Oskar Jakob
    Trygve Mathias Petter Vegard Tobias Elias Kim Robert Johannes Håvard Ståle Sondre Jørgen Eivind Pål Birger Arvid Nikolai
    Ottar Reidar Torstein Aksel Åge Aslak Benjamin Didrik Edvard Filip Gaute Halvor Iver Jostein Karsten Ludvig Mikkel Narve`),
  surnames: words(`
    Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen
    Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Halvorsen Henriksen Lund Sørensen Jakobsen Gundersen Moen Iversen
    Strand Solberg Svendsen Eide Martinsen Knutsen Bakken Kristoffersen Mathisen Lie Rasmussen Amundsen Bakke Lunde Berge
    Moe Kristensen Nygård Solheim Fredriksen Nguyen Bøe Holm Lien Andresen Christensen Hauge Nielsen Knudsen Evensen Sæther
    Haugland Aas Myhre Thomassen Simonsen Gulbrandsen Hanssen Antonsen Danielsen Ali Berntsen Tveit Sandvik Vik Arnesen
    Ødegård Ellingsen Rønning Thorsen Birkeland Aasen Isaksen Ruud Næss Strøm Jenssen Tangen Eliassen Myklebust Haaland
    Mikkelsen Nygaard Jonassen Aune Helland Bråthen Gjerde Sunde Paulsen Hovland Brekke Abrahamsen Gundersrud Torgersen
    Samuelsen Hermansen Wold Ludvigsen Løken Mortensen Nilssen Skoglund Tande Fossum Engen Gabrielsen Sande Vold Rød Egeland
    Skaar Sletten Lervik Opsahl Hjelle Ness Øien Bjerke Årdal Ask Thoresen Kleven Finstad Brattli Høiland Røed Skogen Ulvestad
    Wiik Ytterdal Åmodt Bjørge Dyrdal Fagerli Grønli Hegdal Innvær Kvamme Langeland Mælum Nordli Odland Ramstad Stensrud`),
}

export const foreignNames: readonly NameGroup[] = [
  {
    women: words(`Agnieszka Katarzyna Małgorzata Joanna Ewa Magdalena Beata Dorota Monika Anna`),
    men: words(`Piotr Krzysztof Tomasz Marcin Paweł Grzegorz Michał Wojciech Łukasz Adam`),
    surnames: words(`Nowak Kowalska Wiśniewski Wójcik Kamiński Zieliński Szymański Dąbrowski Mazur Krawczyk`),
  },
  {
    women: words(`Rasa Jurgita Daiva Vilma Eglė Inga Kristina Lina`),
    men: words(`Tomas Mindaugas Darius Andrius Gintaras Saulius Vytautas Rokas`),
    surnames: words(`Kazlauskas Jankauskas Petrauskas Stankevičius Žukauskas Butkus Paulauskas Urbonas`),
  },
  {
    women: words(`Fadumo Hodan Amina Sahra Ifrah Khadra Asha Maryan Nimo`),
    men: words(`Abdi Mohamed Ahmed Hassan Omar Yusuf Abdirahman Ismail Jamal`),
    surnames: words(`Warsame Farah Abdi Hussein Jama Osman Ismail Nur Aden Mohamud`),
  },
  {
    women: words(`Fatima Zahra Layla Rana Huda Mariam Noor Samira Yasmin`),
    men: words(`Ali Khalid Samir Mahmoud Tariq Hamza Ibrahim Karim Walid`),
    surnames: words(`Al-Khatib Haddad Mansour Darwish Saleh Nasser Kassem Al-Rashid Khoury`),
  },
  {
    women: words(`Oksana Olena Natalia Iryna Svitlana Tetiana Kateryna Yulia`),
    men: words(`Oleksandr Andriy Serhiy Mykola Dmytro Volodymyr Bohdan Taras`),
    surnames: words(`Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Melnyk Boyko Lysenko`),
  },
  {
    women: words(`Thi Linh Huong Mai Lan Ngoc Thuy Phuong Trang`),
    men: words(`Minh Tuan Hung Duc Thanh Quang Long Khanh Nam`),
    surnames: words(`Nguyen Tran Le Pham Vo Dang Bui Huynh Do`),
  },
  {
    women: words(`Maria Jocelyn Rowena Cristina Maricel Grace Liza Analyn`),
    men: words(`Jose Ramon Eduardo Rodel Jerome Danilo Noel Arnel`),
    surnames: words(`Santos Reyes Cruz Bautista Garcia Mendoza Villanueva Ramos Aquino`),
  },
  {
    women: words(`Somchai Siriporn Malee Wanida Kanya Suda Pimchanok`),
    men: words(`Anan Somsak Chai Prasert Niran Kasem`),
    surnames: words(`Srisuk Chaiyasit Wongsawat Saetang Boonmee Thongchai Suwan`),
  },
  {
    women: words(`Selam Hanna Tsion Meron Rahel Helen Saba Feven`),
    men: words(`Yonas Samuel Daniel Dawit Filmon Haile Teklay Robel`),
    surnames: words(`Tesfay Ghebremedhin Haile Berhane Kidane Woldu Tekle Mehari`),
  },
  {
    women: words(`Priya Kavitha Shanthi Nirmala Meena Anusha Vijaya`),
    men: words(`Suresh Ramesh Kumar Arun Siva Ravi Mahendran`),
    surnames: words(`Sivakumar Rajaratnam Nadarajah Selvarajah Thevarajah Balasingam Kanagaratnam`),
  },
  {
    women: words(`Shirin Nasrin Parisa Leila Maryam Azadeh Soraya`),
    men: words(`Reza Hossein Amir Farhad Behzad Omid Navid`),
    surnames: words(`Ahmadi Hosseini Karimi Rahimi Rezai Moradi Jafari Noori`),
  },
  {
    women: words(`Anke Sabine Birgit Katrin Ulrike Lisbet Annika Malin`),
    men: words(`Jürgen Stefan Matthias Uwe Göran Björn Lennart Mats`),
    surnames: words(`Müller Schröder Weiß Hoffmann Lindström Sjöberg Åkesson Bergström`),
  },
  {
    women: words(`Máret Elle Biret Inga Risten Sárá`),
    men: words(`Ánte Máhtte Issát Nils-Ánte Jovnna Áilu`),
    surnames: words(`Utsi Sara Gaup Hætta Somby Eira Guttorm Njuolla`),
  },
]

/** Longer than sixty characters, as a few names are. */
export const longNames: readonly { givenName: string; surname: string; isWoman: boolean }[] = [
  {
    givenName: 'Anne-Marie Elisabeth Alexandra',
    surname: 'Thorbjørnsen-Gulbrandsen Øvergård Kristoffersen',
    isWoman: true,
  },
  {
    givenName: 'Maximilian Aleksander Konstantin',
    surname: 'von Hohenfels-Bjørnstjerne Østerdalen',
    isWoman: false,
  },
]
