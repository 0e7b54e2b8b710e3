import { toFactText, toWait, type ProblemFacts, type ProblemTexts, type WaitUnit } from './problem-text.ts';
import type { ProblemCode } from './zh-CN.ts';

const units: Record<WaitUnit, string> = { second: '秒', minute: '分鐘', hour: '小時' };

function wait(facts: ProblemFacts): string {
  const { count, unit } = toWait(facts);
  return `${count}${units[unit]}`;
}

const documentReasons: Readonly<Record<string, string>> = {
  length: '號碼的位數不對，請數清楚再輸入一次。',
  characters: '號碼內有不應出現的字，請對照證件再輸入一次。',
  checksum: '有一個數字輸入錯誤，請對照證件逐個核對。',
  'birth-date': '號碼內的出生日期不正確，請對照證件核對。',
};

export const zhHK = {
  'request.invalid': { title: '填寫的資料有誤', next: '請檢查標示的地方，更正後再試。' },
  'request.too_large': { title: '傳送的內容過大', next: '請減少內容後再試。' },
  'request.media_type': { title: '不支援這類內容', next: '請重新載入頁面後再試。' },
  'request.idempotency_key_missing': { title: '請求不完整', next: '請重新載入頁面後再試。' },
  'request.idempotency_key_reused': { title: '這次操作與之前的不一致', next: '請重新載入頁面，再做一次。' },
  'request.csrf': { title: '頁面開啟太久', next: '請重新載入頁面後再試，資料可能要重新填寫。' },
  'request.not_found': { title: '找不到', next: '請返回上一頁重新選擇。' },
  'request.stale': { title: '內容剛被其他人更改', next: '請重新載入頁面，看過最新內容再處理。' },
  'request.rate_limited': { title: '操作太頻密', next: (facts) => `請於${wait(facts)}後再試。` },
  'server.fault': { title: '系統出現問題，不是您的錯', next: '請稍後再試；如有急需，可到櫃位辦理。' },
  'server.busy': { title: '現時使用人數較多', next: '請等一兩分鐘再試，您的資料仍然保留。' },
  'account.signed_out': { title: '您尚未登入', next: '請以手提電話號碼登入，然後繼續辦理。' },
  'account.phone_invalid': { title: '電話號碼不正確', next: '請核對號碼，再逐個數字輸入一次。' },
  'account.code_wrong': {
    title: '驗證碼不正確',
    next: (facts) => `請看清短訊內的六位數字再輸入，尚可嘗試${toFactText(facts, 'triesLeft')}次。`,
  },
  'account.code_expired': { title: '驗證碼已失效', next: '請按「重新發送」，使用最新收到的驗證碼。' },
  'account.code_too_soon': {
    title: '驗證碼剛剛發出',
    next: (facts) => `請查看手機短訊；如未收到，${wait(facts)}後可再發送。`,
  },
  'account.code_locked': { title: '嘗試次數過多，請先休息一下', next: (facts) => `請於${wait(facts)}後再試。` },
  'account.passkey_failed': { title: '這次驗證不成功', next: '請再試一次，或改用短訊驗證碼登入。' },
  'identity.document_invalid': {
    title: '證件號碼有誤',
    next: (facts) => documentReasons[toFactText(facts, 'reason')] ?? '請對照證件逐個字核對，再輸入一次。',
  },
  'identity.document_unknown': {
    title: '查不到這個證件號碼',
    next: (facts) => `請對照證件再核對一次；如仍不行，請致電${toFactText(facts, 'counterPhone')}或到櫃位。`,
  },
  'identity.name_differs': {
    title: '姓名與登記的不相符',
    next: (facts) => `請按證件上的姓名再輸入一次；如仍不行，請致電${toFactText(facts, 'counterPhone')}或到櫃位更正。`,
  },
  'identity.already_linked': {
    title: '此人已由另一個電話號碼辦理',
    next: '請以原來的電話號碼登入，或帶同證件到櫃位更改。',
  },
  'identity.not_linked': { title: '您尚未連結此人', next: '請先填寫此人的姓名及證件號碼。' },
  'helper.limit_reached': { title: '您協助的人數已達上限', next: '請由這位長者的家人辦理，或陪同到櫃位。' },
  'helper.details_missing': { title: '尚未填寫您的資料', next: '請填寫您的姓名，以及與這位長者的關係。' },
  'consent.missing': { title: '尚未同意使用人臉認證', next: '請先閱讀說明再選擇；不同意亦可用其他方法。' },
  'consent.version_old': { title: '同意書內容已更新', next: '請閱讀新的說明，再選擇一次。' },
  'template.missing': { title: '尚未登記人臉', next: '首次請帶同證件到櫃位登記；亦可選用其他方法。' },
  'attempt.not_due': { title: '現時毋須認證', next: '您已完成認證，到期時會提醒您。' },
  'attempt.limit_reached': {
    title: '今天不能再進行人臉認證',
    next: (facts) =>
      toFactText(facts, 'caseNumber') === ''
        ? '請改日再試，或選用其他方法。'
        : `請選用其他方法，您的個案編號是${toFactText(facts, 'caseNumber')}。`,
  },
  'attempt.expired': { title: '這次的時限已過', next: '不要緊，請由頭再做一次，不計算次數。' },
  'attempt.closed': { title: '這次認證已經結束', next: '請返回首頁查看結果，或重新開始。' },
  'attempt.incomplete': { title: '部分畫面尚未傳送', next: '請保持網絡暢通，系統會自動補傳。' },
  'attempt.frame_limit': { title: '畫面數目過多', next: '請由頭再做一次。' },
  'attempt.bytes_limit': { title: '畫面檔案過大', next: '請由頭再做一次，系統會自動縮小。' },
  'attempt.frame_differs': { title: '同一張畫面前後不一', next: '請由頭再做一次。' },
  'picture.unreadable': { title: '畫面無法讀取', next: '請抹乾淨鏡頭，再做一次。' },
  'picture.type_unknown': { title: '不支援這類畫面', next: '請直接用鏡頭拍攝，不要上載相片。' },
  'picture.too_large': { title: '畫面檔案過大', next: '請由頭再做一次，系統會自動縮小。' },
  'engine.unavailable': { title: '人臉認證暫時未能使用', next: '請過幾分鐘再試，或選用其他方法。不計算次數。' },
  'case.closed': { title: '此個案已經完結', next: '請重新載入頁面查看結果。' },
  'case.way_closed': { title: '此方法現時不適用', next: '請從列出的方法中另選一個。' },
  'case.second_person_needed': { title: '需要另一位審核員決定', next: '請由一位未曾處理的同事作決定。' },
  'certificate.revoked': { title: '此憑證已被撤銷', next: '請重新認證，或致電經辦機構查詢。' },
  'verify.too_many': { title: '一次核實的數目過多', next: '請分批核實，每批不超過一千張。' },
  'staff.signed_out': { title: '您尚未登入', next: '請登入後繼續。' },
  'staff.forbidden': { title: '您的職位無權進行此操作', next: '如需辦理，請聯絡主管。' },
  'staff.credentials_wrong': { title: '帳號或密碼不正確', next: '請核對後再試；忘記密碼請聯絡管理員。' },
  'staff.locked': { title: '錯誤次數過多，暫時鎖定', next: (facts) => `請於${wait(facts)}後再試。` },
  'staff.second_factor_needed': { title: '尚欠一步', next: '請輸入驗證器上的六位數字。' },
  'staff.second_factor_wrong': { title: '六位數字不正確', next: '請等驗證器顯示新的數字再輸入；並核對手機時間。' },
  'staff.second_factor_setup': { title: '請先設定驗證器', next: '首次登入須用手機上的驗證器掃描。' },
  'staff.password_weak': { title: '密碼太簡單', next: '請使用最少十二個字元，不要包含帳號，亦不要使用常見密碼。' },
  'staff.login_taken': { title: '此帳號已有人使用', next: '請使用另一個帳號名稱。' },
  'staff.last_administrator': { title: '這是最後一位管理員', next: '請先委任另一位管理員，再作更改。' },
  'person.not_found': { title: '找不到此人', next: '請核對證件號碼或姓名，再查一次。' },
  'person.other_outlet': { title: '此人由另一辦事處管理', next: '請聯絡該辦事處，或請主管處理。' },
  'person.deceased': { title: '登記顯示此人已離世', next: '如有不符，請帶同證件到櫃位，我們會仔細核對。' },
  'sighting.missing': { title: '尚未登記查看證件正本', next: '請先查看證件正本並登記，再繼續。' },
  'sighting.document_differs': { title: '證件與登記的不相符', next: '請核對證件正本；如確有更改，先更新資料。' },
  'enrolment.not_current': { title: '此人臉記錄已停用', next: '請查看最新的一份。' },
  'enrolment.quality_poor': { title: '畫面不夠清晰', next: '請讓光線從正面照射，面部置中，再拍一次。' },
} as const satisfies ProblemTexts<ProblemCode>;
