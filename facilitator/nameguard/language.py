"""What words do in an English sentence, as far as it tells names from words: kin, titles, verbs, small words."""

from __future__ import annotations

import re

KIN = 1
TITLE = 2
CALLED = 4
VERB = 8
"""A finite verb of which people are the subject: said, is, wants."""
MET = 16
"""A verb or preposition whose object is often a person: told, met, with."""
MODAL = 32
DETERMINER = 64
PRONOUN = 128
"""A pronoun that is a subject: after it stands a verb."""
POSSESSIVE = 256
PREPOSITION = 512
LIST = 1024
"""The head of a list of people: apologies, present."""
AND = 2048
JOB = 4096
"""A word of work: works, driver, job."""
HOME = 8192
"""A word of where someone lives or comes from: moved, lives, born."""
STOP = 16384
"""A small word that is never part of a name."""
HEAD = 32768
"""The last word of an organisation's name: school, hospital, ltd."""
STREET = 65536
"""The last word of a street's name."""
MONTHLIKE = 131072
"""Stands before a month or a day: in, since, next."""
BARE = 262144
"""A verb in its bare form: after a modal."""
PLACEWARD = 524288
"""A preposition before a place."""
ANIMAL = 1048576
"""A creature, a thing or a day that carries a name of its own: called, dog."""
GENERIC = 2097152
"""Says what sort of organisation, not which: local, primary."""
ADDRESSED = 4194304
"""A word that a name follows when someone is spoken to or thanked: hi, thanks, dear."""
QUANTITY = 8388608
"""After a number: what is counted, so that it is no age."""
NUMBER = 33554432
"""A number in words, or a word of an age."""
STREET_FIRST = 67108864
"""A word for a street that stands before its name: heol, rue."""
STRONG = 16777216
"""A verb that hardly anything but a person does: said, apologised, cried."""

_WORDS: tuple[tuple[int, str], ...] = (
    (
        KIN,
        """mum mums mam mummy mom moms mommy ma mother mothers dad dads daddy da father fathers pa papa parent
        stepmum stepmom
        stepdad stepmother stepfather sister sisters sis brother brothers bro stepsister stepbrother son sons daughter
        daughters stepson stepdaughter child kid baby toddler boy girl lad lass bairn wean twin twins uncle aunt auntie
        aunty nan nana nanna nanny gran granny grandma grandmother grandad granddad grandpa grandfather grandson
        granddaughter grandchild cousin cousins nephew niece husband wife hubby missus partner boyfriend girlfriend
        fiance fiancee fiancé fiancée ex spouse widow widower friend friends mate mates pal bestie buddy neighbour
        neighbor neighbours neighbors flatmate housemate roommate boss manager supervisor colleague coworker workmate
        landlord landlady tenant sponsor sponsee mentor buddy keyworker caseworker counsellor counselor therapist
        psychologist psychiatrist nurse doctor consultant gp midwife carer caregiver carers tutor teacher lecturer coach
        lawyer solicitor accountant hairdresser driver cleaner caretaker vicar priest imam rabbi pastor inlaw
        inlaws motherinlaw fatherinlaw
        sisterinlaw brotherinlaw godmother godfather godson goddaughter stepbrother halfbrother halfsister
        bloke guy woman man lady gentleman chap fella volunteer facilitator newcomer member cofacilitator leader chair
        oldest eldest youngest firstborn tacker nipper sprog bub tot pickney pikin beta babby bab bairnie laddie lassie
        receptionist plumber electrician joiner barber chaplain advocate adviser advisor assessor interpreter warden
        physio dentist pharmacist optician gardener decorator roofer podiatrist chiropodist dietitian registrar porter
        dealer cellmate padmate workmates housemates
        hubster wifey fiancee mamgu tadcu taid nain oma opa abuela abuelo nonna nonno babcia dziadek daughterinlaw
        soninlaw stepgrandad bredrin homie groomsman bridesmaid ward lodger carer mucker gaffer oppo dadi nani dada
        mausi bua chachi fiancé""",
    ),
    (
        TITLE,
        """mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev revd reverend fr father sr sister
        bro brother pastor
        rabbi imam canon sheikh hajji haji maulana guru bishop deacon captain capt cpt major maj colonel col sergeant
        sgt cpl pte lt pc dc ds insp inspector constable councillor cllr judge nurse matron midwife coach
        uncle auntie aunty aunt
        nan nana nanna granny gran grandma grandad granddad grandpa cousin señor senor señora senora signora
        signor herr frau
        monsieur madame pani pan bhai chacha bibi begum ustad ustadh baba mama mzee oga hajia alhaji chief""",
    ),
    (CALLED, """called named name names known nicknamed aka christened renamed dubbed goes"""),
    (
        VERB,
        """say fell falls fallen meant means kept hears cannot
            lit laid lay rode rose sang shut slid spun stuck stole struck swam
            swept swung taught tore threw
            woke wore won wound wrung hung hid
        hit hurt knelt leant leapt learnt dealt dug drew dreamt fed fled flew fought froze ground held bent
        bet bit bled blew burnt burst
        built caught clung crept cut sank sold sought sprang stank strode stung swung trod understood undid
        upset withdrew forgave mistook
        oversaw overslept rebuilt repaid resat retold rewrote bid bound cast cost dwelt flung forbade foresaw
        ground lit misread outgrew
        shot shrank slit smelt sped spelt spilt spoilt spread stunk shed strove rid put set let read misled
        does doing being is isnt was wasnt are were has hasnt had hadnt does doesnt did didnt will wont would
        wouldnt can
        cant could couldnt may
        might should shall must says said asks asked tells told talks talked speaks spoke shares shared shouts shouted
        cries cried laughs laughed smiles smiled feels felt thinks thought knows knew wants wanted needs needed likes
        liked loves loved hates hated hopes hoped wishes wished goes went comes came gets got gives gave takes took
        makes made brings brought sends sent sees saw hears heard meets met leaves left stays stayed starts started
        stops stopped begins began tries tried keeps kept finds found loses lost misses missed helps helped works worked
        lives lived moves moved walks walked drives drove sits sat stands stood sleeps slept eats ate drinks drank
        smokes smoked uses used relapsed relapses rang rings calls called texts texted emails emailed phones phoned
        writes wrote reads read sings sang plays played turns turned passes passed joins joined chairs chaired leads
        led runs ran opens opened closes closed offers offered suggests suggested agrees agreed apologises apologised
        apologized thanks thanked hugs hugged swears swore argues argued struggles struggled copes coped worries
        worried remembers remembered forgets forgot mentions mentioned explains explained describes described admits
        admitted reckons reckoned believes believed understands understood decides decided chooses chose plans planned
        looks looked seems seemed sounds sounded appears appeared arrives arrived wonders wondered replies replied
        answers answered nods nodded seemed appears turned visited visits lost died dies got gets born grew
        split broke slipped relapsed volunteered volunteers cooked cooks baked bakes spent pays paid bought buys lent
        borrowed owes owed applied reported disclosed opened broke shook stormed walked wept prefers preferred
        hasn hadn isn wasn doesn didn won couldn wouldn shouldn hows still also never always just really finally usually
        both only already apparently currently now then often sometimes mostly nearly keeps kinda""",
    ),
    (
        STRONG,
        """said says told tells asked asks reckons reckoned apologised apologized cried cries laughed laughs
        smiled sobbed wept
        thanked hugged swore nodded shouted admitted disclosed mentioned explained texted rang phoned emailed
        replied agreed
        shared shares felt feels thinks thought wants wanted needs talked talks spoke speaks relapsed
        apologises volunteered
        wondered whispered joked chaired suggested offered reported volunteers worries worried struggled
        struggles lives lived
        loves hates remembered forgot hopes hoped knows knew believes spent brought brings wept baked cooked
        sings sang plays
        arrived asked joined passed remembers described complained promised insisted seh sez sed telt cam gied wis wiz
        sey        spake dey sayed sayin reckon rekons lef gaan gwan""",
    ),
    (
        MET,
        """let lets forgave forgive forgives upset annoyed annoys comforted comforts calmed reassured reassure
            praised praise encouraged encourage
        trusted hurt hugging thanking asking telling meeting seeing visiting ringing texting phoning emailing
        messaging reminding helping
        supporting inviting joining hosting collecting fetching driving missing sponsoring chasing blaming
        welcoming introducing training
        mentoring mentors mentored buddied shadowed shadow cover covered covering relieved swapped swap sat
        beat hit kissed kiss held
        dumped buried divorced fancied fancies followed blocked unfriended ghosted befriended nursed fed bathed
        dressed washed carried drove
        accompanied escorted interrupted ignored avoided avoids avoid scared frightened bullied teased robbed
        attacked threatened stalked
        arrested sacked promoted hired evicted assessed referred sectioned discharged prescribed warned banned
        excluded suspended expelled
        named nominated elected chose choose picked pick send sending bring bringing take took taking give
        giving show showed shown
        watch watched heard overheard believe believed understand understood between both neither either
        without against told tell tells asked ask asks met meet meets saw see seen rang ring texted text
        phoned phone emailed
        email visited visit
        helped help hugged hug supported support introduced introduce welcomed welcome missed invited invite reminded
        remind paired joined join lent gave thanked thank married dated marrying left with from about by for to and
        visits
        contacted contact called call spoke speak heard knows know knew loves loved trusts trust believes messaged
        message informed inform updated update drove driving collected collecting picked fetched hosted chased
        chase like likes
        sponsored sponsors sponsoring against without behind beside between near after before because whether
        that when while
        if than since until except unless as but sent send blamed blames hates hated upset hurt hit bullied
        shouted at owed owes paid""",
    ),
    (MODAL, """cannot will wont would wouldnt can cant could couldnt may might should shouldnt shall must"""),
    (
        DETERMINER,
        """the a an this that these those some any no every each another much many more most little
        enough which what such all
        several few lots plenty full real good bad great nice kind new old big small first last next long
        short of own pure sheer
        fresh single main whole""",
    ),
    (
        PRONOUN,
        """i you he she we they it who there ill youll hell shell well theyll im youre hes shes were theyre
        ive youve weve
        theyve id youd hed shed wed theyd people everyone everybody someone somebody anyone nobody group members""",
    ),
    (POSSESSIVE, """my your his her its our their whose"""),
    (
        PREPOSITION,
        """in on at by for from to of with about into onto over under through during against between
        without within near after
        before since until till around across along behind beyond off out up down like as than per via towards
        toward past""",
    ),
    (
        NUMBER,
        """ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
            fourty fifty
        sixty seventy eighty ninety hundred one two three four five six seven eight nine twenties thirties forties
        fourties fifties sixties seventies eighties nineties teens birthday birthdays bday twentyfirst
        twentieth thirtieth
        fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth eighteenth sixteenth thirteenth twentyone
        twentytwo twentythree twentyfour twentyfive twentysix twentyseven twentyeight twentynine thirtyone thirtytwo
        thirtythree thirtyfour thirtyfive thirtysix thirtyseven thirtyeight thirtynine fortyone fortytwo fortythree
        fortyfour fortyfive fortysix fortyseven fortyeight fortynine fiftyone fiftytwo fiftythree fiftyfour fiftyfive
        fiftysix fiftyseven fiftyeight fiftynine sixtyone sixtytwo sixtythree sixtyfour sixtyfive sixtysix sixtyseven
        sixtyeight sixtynine seventyone seventytwo seventythree seventyfour seventyfive seventysix seventyseven
        seventyeight seventynine eightyone eightytwo eightythree eightyfour eightyfive eightysix eightyseven eightyeight
        eightynine ninetyone ninetytwo ninetythree ninetyfour ninetyfive ninetysix ninetyseven ninetyeight
        ninetynine""",
    ),
    (
        LIST,
        """attendance attendees attended attending apologies apols apology present absent absentees here came
        sorry register
        everyone there attenders facilitators facilitator cofacilitators cofacilitator members team helpers
        volunteers newcomers
        new rota led leads chair chairs chaired timekeeper greeter reader readers tea minutes thanks sent
        missing guests visitors
        names dna noshow noshows turnout host hosts speakers speaker drivers lifts cc attn from""",
    ),
    (AND, """and n plus or nor"""),
    (
        JOB,
        """work works worked working job jobs shift shifts employed employs employer starts started start
        starting temp temping
        temps volunteer volunteers volunteered volunteering apprentice apprenticeship intern internship placement
        interview interviewed driver cleaner manager manages nurse teacher chef cook waiter waitress barista
        bartender cashier
        porter guard security receptionist clerk labourer mechanic engineer electrician plumber supervisor assistant
        packer picker operative warehouse role career contract contracted sacked fired redundancy redundant
        laid hired rehired trains
        training trainee retired retiring drives delivers delivering delivery deliveries position hours nights
        days agency
        carer worker workers support teaches teaching studies studying student enrolled enrolling course lecturer staff
        signed quit resigned left leaving career applied applying joined joining gig runs managing till tills
        checkout zero-hours
        admitted discharged inpatient treated treatment bed stays staying detained sectioned suspended head accountant
        referred refers refer referral referrals banned barred expelled excluded evicted rejected
        postman courier builder roofer welder technician nights earlies lates overtime payroll boss manager""",
    ),
    (
        HOME,
        """met meet stuck lost stranded somewhere anywhere week weekend hospice clinic rehab buried sent coach
            married ward group service course lodging church mosque
            market beach station
            party wedding funeral wake conference rehab fostered adopted hometown roots parish team branch
            meeting circle holidays visits weekends studied studying nursed care exile army posted stationed
            coming going getting moving moved moves move moving lives live lived living born raised grew grow
            comes came come travels travel
        travelled travelling
        traveled traveling from home house flat based settled settle relocated relocating relocate originally
        back bus train
        drives driving drove commutes commuting family relatives parents flew flies flying went goes going
        visit visiting
        visited trip weekend holiday stays staying stayed brought native emigrated fled arrived rents renting
        rented bought
        place cottage farm village town city estate way over down up near outside hostel refuge housed
        rehoused council placed
        transferred mum dad nan sister brother cousin aunt uncle school university uni college prison hospital
        walks cycles job jobs
        shop caravan drive used living area""",
    ),
    (
        PLACEWARD,
        """in from to near at around outside via through towards toward into between across
                  beyond""",
    ),
    (
        MONTHLIKE,
        """in since until till by next last this early late mid end of during before after from every
        first second third
        through around beginning start middle coming between and to for""",
    ),
    (
        BARE,
        """be have do go come get give take make see say tell ask talk bring help need want know think feel
        find keep let try use
        work call stay start stop leave move meet run send show turn lead join read write sit stand hold look
        seem happen
        not also never always only still probably definitely need possibly maybe well we it they you i he she
        there this the
        lose miss remember speak share chair contact pick drop drive pay cook bake open close set sort book
        check look finish
        continue improve change end attend follow phone ring text email visit print buy post arrange organise
        return""",
    ),
    (
        STREET,
        """street st road rd lane ln avenue ave av drive dr close cl court ct crescent cres terrace terr tce
        way place pl gardens
        gdns grove gr square sq hill park row walk mews rise view green parade boulevard blvd highway hwy parkway pkwy
        circle cir trail trl alley loop quay wharf esplanade vale bank croft wynd brae gate heights fields meadow
        meadows lanes mount path passage promenade strand yard end drove broadway turnpike circus
        villas cottages mansions""",
    ),
    (
        STREET_FIRST,
        """heol ffordd stryd lon rhodfa clos maes rue calle via rua avenida jalan strasse bothar sraid carrer""",
    ),
    (
        HEAD,
        """school schools academy primary secondary elementary college university uni hospital hospice infirmary clinic
        surgery practice
        centre center council
        church chapel cathedral parish mosque temple synagogue gurdwara mandir bank ltd limited plc inc llc llp corp co
        company group logistics foods carpets steel steels motors garage bakery bakers farm farms dairy
        brewery pub inn arms
        tavern hotel restaurant cafe café diner takeaway supermarket stores store shop pharmacy chemist
        nursery nurseries kindergarten
        preschool daycare care-home home house lodge manor court trust foundation charity association society
        union federation
        council library museum theatre cinema gym leisure club fc afc rfc services service solutions systems engineering
        construction builders building plumbing roofing scaffolding electrical electrics transport haulage couriers
        freight shipping airlines airways railway rail buses coaches taxis cabs cars rentals recruitment
        agency partners partnership associates solicitors accountants architects insurance finance
        financial mutual holdings industries manufacturing plastics chemicals packaging paper printing print press
        media news textiles mills mill factory plant quarry mine colliery shipyard docks depot warehouse
        distribution wholesale retail cleaning security catering meats butchers fisheries seafoods poultry eggs
        creamery cheeses laundry dry-cleaners salon barbers hairdressers nails florist florists jewellers
        opticians dental dentist dentists vets veterinary kennels stables prison jail police station
        fire ambulance barracks base army navy hostel refuge shelter foodbank housing homes properties lettings
        estates developments kitchens bathrooms windows doors glass furniture furnishings interiors flooring timber
        joinery dairies carpentry tools hardware electronics telecom telecoms energy power gas water oil petroleum
        technologies technology software digital studios design designs consulting consultancy sons
        daughters bros brothers
        authority department office bureau institute laboratory labs research sanctuary zoo ranch vineyard
        orchards growers
        jobcentre jobcenter cmht camhs yot htt mbc u3a
        castle cemetery crematorium hub hall racecourse stadium arena airport marina harbour speedway
        diocese monastery convent priory abbey ward unit wing project tech seminary yeshiva sixth-form""",
    ),
    (
        GENERIC,
        """lunch breakfast dinner crisis night yoga morning afternoon weekend homeless veterans carers
            bereavement grief parents parent toddlers peer support job youth theatre local primary secondary
            high junior infant infants grammar community village general cottage
        private public national
        regional royal city town county district parish state care nursing residential retirement mental health day
        children's childrens women's womens men's mens old new big little small other same different whole food
        leisure sports sport youth family medical health dental walk-in urgent psychiatric acute maternity teaching
        university training further higher adult special catholic methodist baptist anglican muslim islamic
        jewish hindu sikh christian free open main nearest nearby next first second third last my his her our
        their your its
        the a an this that another some any every each one two corner coffee tea charity shoe book pet car bus
        train post
        job call contact service support drop-in resource education building phone repair body barber chip
        fish sweet butcher
        dry shopping town garden art craft music dance social working housing debt advice civic conference business
        head back front night half after ex former boarding summer sunday driving law media film evening
        church nice good bad lovely posh
        local-authority foster animal rescue women men opening closing farm friend friends mum mums dads dad office wine
        sandwich call insurance recruitment security cleaning building estate letting temping temp recovery
        detox hearing
        fracture pain memory eye blood sleep stroke cancer breast diabetes diabetic dialysis renal stop smoking sexual
        mobile online internet village big fire police bus ambulance radio petrol gas power train tube polling
        mini beauty hair nail betting comic pop-up soup play preschool pre-school toddler sunday bible prayer
        tennis golf football rugby cricket bowls boxing swimming snooker working-men's bingo chess knitting
        walking running
        slimming book film camera photography""",
    ),
    (ANIMAL, """dog dogs puppy pup cat cats kitten horse pony rabbit hamster budgie parrot guinea goldfish"""),
    (
        ADDRESSED,
        """hi hello hey dear thanks thank ta cheers sorry bye goodbye morning evening welcome
        congratulations congrats happy love well
        regards rip bless poor dearest dear darling ok okay yes no shout shoutout""",
    ),
    (
        STOP,
        """the a an and or but if so as at by for from in into of off on onto out over to up with without about
        after before
        because since until while when where why how who whom whose which what that this these those is isnt was wasnt
        are arent were be been being am has have had having do does did doing done will would can could may might shall
        should must not no nor none yes very too also just only even still yet again then than there here now i you he
        she it we they me him us them my your his her its our their mine yours hers ours theirs myself yourself himself
        herself themselves one two three all any some each every both either neither few many much more most other
        another such own same today tomorrow yesterday tonight soon later ago never always often sometimes
        well really quite rather maybe perhaps around through during between against under near got get gets getting go
        goes going gone went come comes came coming say says said see saw seen let lets""",
    ),
    (
        QUANTITY,
        """minute minutes min mins second seconds sec secs hour hours hr hrs day days night nights week
        weeks wk wks month months mth
        mths year years yr yrs mile miles km kilometre kilometres metre metres m foot feet ft inch inches stone st lb
        lbs kg kgs g grams mg mcg ml litre litres pint pints percent per pound pounds quid euro euros dollar
        dollars p pence
        cents k people persons members others of times time different more less new old
        weeks' days' months' late early away left sessions session meetings meeting steps step kids children sons
        daughters brothers sisters dogs cats tablets pills doses dose puffs units cups cigarettes fags drinks
        am pm oclock o'clock star stars degrees and-a-half th st nd rd out in on to points point pages page
        chairs tables
        rooms copies places seats tickets jobs houses flats stops down up ahead behind over under short sober clean
        down""",
    ),
)


NO_SUBJECT = DETERMINER | PRONOUN | PREPOSITION | QUANTITY | MODAL | NUMBER
EVERY_ROLE = (1 << 30) - 1


def word_set(words: str) -> frozenset[str]:
    """The words of a list, in normal form already."""
    return frozenset(words.split())


def _tables() -> dict[str, int]:
    found: dict[str, int] = {}
    for role, words in _WORDS:
        for word in words.split():
            key = "".join(c for c in word if c not in "-'’")
            found[key] = found.get(key, 0) | role
            if role == MET and key.endswith(("ed", "s")):
                found[key] |= VERB
    return found


ROLES = _tables()
"""What a word, in normal form, may do in a sentence; bits."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
)

DAYS = word_set("""
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays mon tue tues wed weds thu thur thurs fri sat
""")
"""Behind the name of a house these are none of it: “taken into Causeway Thursday”."""

MODIFIERS = re.compile(r"(?:ing|ed|ous|ful|ive|able|ible|less|ish|ic|al|y)$")
"""Endings of words that stand before a noun or after a verb."""

_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
UNITS = _NUMBERS
